/* In a preview alone: asks whether the content has changed since this page was made, and shows the page anew if so. */
const made = document.currentScript.dataset.version;
async function look() {
  try {
    const answer = await fetch("/-preview/version", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== made) return location.reload();
  } catch {
    /* The preview was stopped, or is starting again: ask later. */
  }
  setTimeout(look, 500);
}
setTimeout(look, 500);
