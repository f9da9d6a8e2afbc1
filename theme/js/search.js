/* The search page: asks the index that the build made, which is fetched only when the address holds a query. */
const PAGE = 10;
const find = (id) => document.getElementById(id);
const page = find("search-page");
const status = find("search-status");
const list = find("search-list");
const more = find("search-more");
const plans = [...document.querySelectorAll(".search-plan")];
const params = new URLSearchParams(location.search);
const query = (params.get("q") || "").trim();
let results = [];

find("query").value = query;
if (query) search();
else status.textContent = "Type a word, a name or a number, then press Search.";

async function search() {
  document.title = `${query} – ${document.title}`;
  status.textContent = "Searching…";
  try {
    const index = await import(new URL(page.dataset.index, document.baseURI).href);
    await offerPlans(index);
    await show(index);
  } catch {
    status.textContent = "The search index is not here, as in a preview. Use the lists below.";
  }
}

async function offerPlans(index) {
  const known = (await index.filters()).plan;
  if (!known) return;
  for (const box of find("search-plans").querySelectorAll("input")) {
    box.checked = params.getAll("plan").includes(box.value);
    box.addEventListener("change", () => show(index));
  }
  find("search-plans").hidden = false;
}

async function show(index) {
  const any = [...find("search-plans").querySelectorAll(":checked")].map((box) => box.value);
  const found = await index.search(query, any.length ? { filters: { plan: { any } } } : {});
  results = found.results;
  list.replaceChildren();
  find("search-results").hidden = !results.length;
  await add();
  const number = results.length;
  const said = number === 1 ? "1 page" : `${number || "No"} pages`;
  status.textContent = `${said} found for “${query}”.`;
}

async function add() {
  const start = list.children.length;
  const next = await Promise.all(results.slice(start, start + PAGE).map((one) => one.data()));
  list.append(...next.map(entry));
  more.hidden = list.children.length >= results.length;
  return list.children[start];
}

more.addEventListener("click", async () => (await add())?.querySelector("a").focus());

function entry(data) {
  const item = document.createElement("li");
  item.className = "evidence__entry";
  const link = item.appendChild(document.createElement("h3")).appendChild(document.createElement("a"));
  link.href = data.url;
  link.textContent = data.meta.title;
  const path = new URL(data.url, location).pathname;
  const plan = plans.find((one) => path.startsWith(one.pathname));
  if (plan) item.appendChild(document.createElement("p")).textContent = plan.textContent;
  const excerpt = item.appendChild(document.createElement("p"));
  const parsed = new DOMParser().parseFromString(data.excerpt, "text/html");
  for (const node of parsed.body.childNodes) {
    const part = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
    part.textContent = node.textContent;
    excerpt.append(part);
  }
  return item;
}
