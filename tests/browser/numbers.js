// Every number that stands in the page, with where it leads and the statement that is to give it.
(() => {
  const main = document.querySelector("main");
  const QUOTED = "bdi, q, code, pre, option, .raw, .tick, title, details.sql, select, .rung, .pages, .picked, p.found";
  const DAYS = /\d{4}-\d{2}(-\d{2}( \d{2}:\d{2})?)?|\[U\+[0-9A-F]+\]/g;
  const NUMBER = /\d[\d,]*(\.\d+)?%?/g;
  const heads = [...main.querySelectorAll("h1, h2, h3")].filter((head) => !head.closest("details, article"));
  const statements = [...main.querySelectorAll("details.sql")].filter((each) => each.querySelector("code"));
  const before = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

  // The part of the page under the nearest heading of at most that level, as [from, to) of elements.
  const partOf = (node, level) => {
    const from = heads.filter((head) => Number(head.tagName[1]) <= level && before(head, node)).at(-1) ?? null;
    const to = heads.find((head) => Number(head.tagName[1]) <= level && before(node, head)) ?? null;
    return [from, to];
  };
  const within = ([from, to], each) => (!from || before(from, each)) && (!to || before(each, to));
  const besides = (node) => {
    for (const level of [3, 2, 1]) {
      const part = partOf(node, level);
      const own = statements.filter((each) => within(part, each));
      if (own.length) return own.map((each) => each.querySelector("code").textContent);
    }
    const whole = main.querySelector("details[data-query] code");
    return whole ? [whole.textContent] : [];
  };

  const found = [];
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const parent = node.parentElement;
    const number = /^[≥≤]?\s*\d[\d,]*(–\d[\d,]*)?$/.test(node.data.trim());
    if (parent.closest(QUOTED) && !(number && parent.closest("bdi"))) continue;
    const told = node.data.replace(DAYS, " ").match(NUMBER);
    if (!told) continue;
    const link = parent.closest("a");
    const row = parent.closest("tr");
    found.push({
      numbers: told,
      text: node.data.trim().slice(0, 80),
      link: link ? link.getAttribute("href") : "",
      row: row ? [...main.querySelectorAll("tr")].indexOf(row) : -1,
      label: parent.closest("td")?.dataset.label ?? "",
      under: partOf(node, 3)[0]?.textContent.trim().slice(0, 60) ?? "",
      statements: link ? [] : besides(node),
    });
  }
  return found;
})()
