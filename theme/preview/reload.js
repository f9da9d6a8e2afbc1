/* In a preview alone: shows the page anew as soon as the content has changed since it was made. */
const made = document.currentScript.dataset.version;
let asked = new AbortController();

async function look() {
  for (;;) {
    /* A browser keeps few connections to one address: a page that nobody sees must not hold one. */
    while (document.hidden) {
      await new Promise((seen) => document.addEventListener("visibilitychange", seen, { once: true }));
    }
    asked = new AbortController();
    try {
      const answer = await fetch(`/-preview/version/${made}`, { cache: "no-store", signal: asked.signal });
      if (answer.ok && (await answer.text()) !== made) return location.reload();
    } catch {
      /* The preview was stopped, or is starting again: ask later. */
      await new Promise((later) => setTimeout(later, 500));
    }
  }
}

document.addEventListener("visibilitychange", () => document.hidden && asked.abort());
look();
