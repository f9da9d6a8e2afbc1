/* Search without a server: the pages of a preview stand in `ragsitePages`, and the search page asks this in place of
   the published site's index. Every word sought must begin a word of the page; words in titles count most. */
(() => {
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const words = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) || [];
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const AROUND = 12;

  function score(page, sought) {
    page.titleWords ??= words(page.title);
    page.textWords ??= words(page.text);
    let sum = 0;
    for (const word of sought) {
      const titles = page.titleWords.filter((one) => one.startsWith(word)).length;
      const texts = page.textWords.filter((one) => one.startsWith(word)).length;
      if (!titles && !texts) return 0;
      sum += titles * 20 + Math.min(texts, 10);
    }
    return sum || 1;
  }

  function excerpt(page, sought) {
    const all = page.text.split(/\s+/);
    const hit = (one) => words(one).some((word) => sought.some((begin) => word.startsWith(begin)));
    const first = Math.max(0, all.findIndex(hit) - AROUND);
    const shown = all.slice(first, first + 3 * AROUND);
    return shown.map((one) => (sought.length && hit(one) ? `<mark>${escaped(one)}</mark>` : escaped(one))).join(" ");
  }

  function fits(page, filters) {
    return Object.entries(filters).every(([name, { any }]) => any.some((value) => page.filters[name]?.includes(value)));
  }

  window.ragsiteSearch = {
    async search(query, { filters = {} }) {
      const sought = words(query || "");
      const found = window.ragsitePages.filter((page) => fits(page, filters)).map((page) => [score(page, sought), page]);
      const ordered = found.filter(([number]) => number).sort(
        (one, other) => other[0] - one[0] || one[1].title.localeCompare(other[1].title));
      const told = (page) => ({ url: page.url, meta: { title: page.title }, filters: page.filters,
        excerpt: excerpt(page, sought) });
      return { results: ordered.map(([, page]) => ({ data: async () => told(page) })) };
    },
  };
})();
