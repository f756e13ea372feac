// Every number that stands in the page: where it leads, and the statements beside it that are to give it.
(() => {
  const main = document.querySelector("main");
  const QUOTED = "bdi, q, code, pre, select, .raw, .tick, title, details.sql, .rung, .pages, .picked, p.found";
  const DAYS = /\d{4}-\d{2}(-\d{2}( \d{2}:\d{2})?)?|\[U\+[0-9A-F]+\]/g;
  const NUMBER = /(?<![A-Za-z])\d+(?:,\d{3})*(?:\.\d+)?%?/g;
  const ALONE = /^[≥≤]?\s*\d[\d,]*(–\d[\d,]*)?$/;
  const heads = [...main.querySelectorAll("h1, h2, h3")].filter((head) => !head.closest("details, article"));
  const statements = [...main.querySelectorAll("details.sql")].filter((each) => each.querySelector("code"));
  const follows = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

  // The part of the page between the nearest heading of at most that level and the next.
  const partOf = (node, level) => {
    const own = heads.filter((head) => Number(head.tagName[1]) <= level);
    const from = own.filter((head) => head.contains(node) || follows(head, node)).at(-1);
    const to = own.find((head) => head !== from && follows(node, head));
    return (each) => (!from || follows(from, each)) && (!to || follows(each, to));
  };
  const besides = (node) => {
    for (const level of [3, 2, 1]) {
      const own = statements.filter(partOf(node, level));
      if (own.length) return own;
    }
    return statements.filter((each) => each.dataset.query); // of the one row that the whole page shows
  };
  const rowsIn = (element) => element.querySelectorAll("tbody tr").length;

  const found = [];
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const parent = node.parentElement;
    if (parent.closest(QUOTED) && !(parent.closest("bdi") && ALONE.test(node.data.trim()))) continue;
    const numbers = node.data.replace(DAYS, " ").match(NUMBER);
    if (!numbers) continue;
    const link = parent.closest("a");
    const row = parent.closest("tr");
    const opened = parent.closest("summary")?.parentElement;
    found.push({
      numbers,
      text: `${parent.closest("td")?.dataset.label ?? parent.tagName}: ${node.data.trim().slice(0, 80)}`,
      link: link ? link.getAttribute("href") : "",
      row: row ? [...main.querySelectorAll("tr")].indexOf(row) : -1,
      statements: link ? [] : besides(node).map((each) => each.querySelector("code").textContent),
      held: [
        ...[...main.querySelectorAll("table")].filter(partOf(node, 3)).map(rowsIn), // "the first 30 of …"
        ...(opened ? [rowsIn(opened), opened.lastElementChild.textContent.length] : []),
      ].map((count) => count.toLocaleString("en")),
    });
  }
  return found;
})()
