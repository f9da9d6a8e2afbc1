/* The search page. What is sought stands in the address, so that it can be shared; the index that the build made is
   fetched only when the address holds a word or a choice. */
const PAGE = 10;
const find = (id) => document.getElementById(id);
const [page, form, status, list, more] = ["page", "form", "status", "list", "more"].map((id) => find(`search-${id}`));
const boxes = [...form.querySelectorAll("[type=checkbox]")];
const title = document.title;
let results = [];
let asked = 0;

find("search-filters").hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go();
});
form.addEventListener("change", (event) => event.target.type === "checkbox" && go());
addEventListener("popstate", read);
more.addEventListener("click", async () => (await add())?.querySelector("a").focus());
read();

/* From the form to the address. */
function go() {
  const said = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  history.pushState(null, "", `?${said}`);
  search();
}

/* From the address to the form. */
function read() {
  const said = new URLSearchParams(location.search);
  find("query").value = said.get("q") || "";
  for (const box of boxes) {
    box.checked = said.getAll(box.name).includes(box.value);
    if (box.checked) box.closest("details").open = true;
  }
  search();
}

async function search() {
  const turn = ++asked;
  const query = find("query").value.trim();
  const chosen = boxes.filter((box) => box.checked);
  document.title = query ? `${query} – ${title}` : title;
  if (!query && !chosen.length) return tell([], "Type a word, a name or a number, or choose below.");
  status.textContent = "Searching…";
  const filters = {};
  for (const box of chosen) (filters[box.name] ??= { any: [] }).any.push(box.value);
  try {
    const index = window.ragsiteSearch ?? (await import(new URL(page.dataset.index, document.baseURI).href));
    const found = await index.search(query || null, query ? { filters } : { filters, sort: { title: "asc" } });
    if (turn !== asked) return;
    const number = found.results.length;
    const choices = chosen.length === 1 ? "1 choice" : `${chosen.length} choices`;
    const sought = [query && `for “${query}”`, chosen.length && `with ${choices}`].filter(Boolean).join(" ");
    await tell(found.results, `${number || "No"} ${number === 1 ? "page" : "pages"} found ${sought}.`);
  } catch {
    tell([], "The search index is not here, as in a preview. Use the lists below.");
  }
}

async function tell(found, text) {
  results = found;
  list.replaceChildren();
  find("search-results").hidden = !results.length;
  await add();
  status.textContent = text;
}

async function add() {
  const start = list.children.length;
  const next = await Promise.all(results.slice(start, start + PAGE).map((one) => one.data()));
  list.append(...next.map(entry));
  more.hidden = list.children.length >= results.length;
  return list.children[start];
}

function entry(data) {
  const item = document.createElement("li");
  item.className = "evidence__entry";
  const link = item.appendChild(document.createElement("h3")).appendChild(document.createElement("a"));
  link.href = data.url;
  link.textContent = data.meta.title;
  const known = boxes.filter((box) => ["plan", "kind", "rating"].includes(box.name));
  const told = known.filter((box) => data.filters[box.name]?.includes(box.value)).map((box) => box.dataset.name);
  const meta = item.appendChild(document.createElement("p"));
  meta.className = "evidence__meta";
  meta.textContent = told.join(" · ");
  const excerpt = item.appendChild(document.createElement("p"));
  const parsed = new DOMParser().parseFromString(data.excerpt, "text/html");
  for (const node of parsed.body.childNodes) {
    const part = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
    part.textContent = node.textContent;
    excerpt.append(part);
  }
  return item;
}
