// What is wrong with a page for those who use it by keyboard, by ear or with weak eyes: a list of sentences.
(() => {
  const found = [];
  const say = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 140)}`);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isShown = (element) => element.checkVisibility({ opacityProperty: false, visibilityProperty: true });
  const nameOf = (element) =>
    element.getAttribute("aria-label") || element.labels?.[0]?.textContent.trim() || element.textContent.trim() || "";

  // Names and roles.
  all("a[href], button, input, select, summary").filter(isShown).forEach((element) => { if (!nameOf(element)) say("no name", element); });
  all("svg:not([aria-hidden])").forEach((drawn) => { if (!drawn.getAttribute("role") || !drawn.getAttribute("aria-label")) say("drawing without role or name", drawn); });
  all("[aria-hidden=true]").forEach((hidden) => { if (hidden.querySelector("a, button, input")) say("hidden from the ear, not from the keyboard", hidden); });
  all("[aria-labelledby]").forEach((element) => { if (!document.getElementById(element.getAttribute("aria-labelledby"))) say("labelled by nothing", element); });
  all("table").filter(isShown).forEach((table) => {
    if (!table.querySelector("th")) say("table without headings", table);
    table.querySelectorAll("th").forEach((head) => { if (!head.scope) say("heading without scope", head); });
  });
  all("nav, section, aside").forEach((region) => { if (!region.ariaLabel && !region.getAttribute("aria-labelledby") && !region.querySelector("h2, h3")) say("region without a name", region); });
  if (!document.documentElement.lang) found.push("no language");
  if (!document.title) found.push("no title");
  for (const mark of ["main", "header", "nav", "footer"]) if (!document.querySelector(mark)) found.push(`no ${mark}`);

  // Structure.
  const counts = new Map();
  all("[id]").forEach((element) => counts.set(element.id, (counts.get(element.id) ?? 0) + 1));
  for (const [id, count] of counts) if (count > 1) found.push(`${count} elements are called ${id}`);
  let before = 0;
  all("h1, h2, h3, h4, h5, h6").filter(isShown).forEach((heading) => {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) say(`level ${level} after level ${before}`, heading);
    before = level;
  });
  if (all("h1").length !== 1) found.push(`${all("h1").length} first headings`);
  all("[tabindex]").forEach((element) => { if (element.tabIndex > 0) say("a tab order of its own", element); });
  all("*").filter((element) => element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX) && element.clientWidth).forEach((element) => {
    if (element.tabIndex < 0 && !element.querySelector("a, button, input, [tabindex]")) say("scrolls, but not by keyboard", element);
  });

  // Contrast of every text with what lies behind it (WCAG 2.2, 1.4.3: 4.5, or 3 for large text).
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (color) => {
    if (!known.has(color)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(color, [r, g, b, a / 255]);
    }
    return known.get(color);
  };
  const over = (top, below, alpha = 1) => [0, 1, 2].map((n) => top[n] * top[3] * alpha + below[n] * (1 - top[3] * alpha)).concat(1);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => (part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    const path = [];
    for (let at = element; at; at = at.parentElement) path.unshift(at);
    return path.reduce((color, at) => over(rgba(getComputedStyle(at).backgroundColor), color), [255, 255, 255, 1]);
  };
  const said = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let checked = 0; walker.nextNode() && checked < 4000; checked += 1) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !isShown(element) || element.closest("title, noscript, option, [disabled]")) continue;
    const style = getComputedStyle(element);
    let alpha = 1;
    for (let at = element; at; at = at.parentElement) alpha *= Number(getComputedStyle(at).opacity);
    const ground = behind(element);
    const ink = over(rgba(element.closest("svg") ? style.fill : style.color), ground, alpha);
    const [high, low] = [light(ink), light(ground)].sort((one, other) => other - one);
    const ratio = (high + 0.05) / (low + 0.05);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const key = `${element.className.baseVal ?? element.className} ${ratio.toFixed(2)}`;
    if (ratio < least && !said.has(key)) { said.add(key); say(`contrast ${ratio.toFixed(2)} of ${least}`, element); }
  }
  return found;
})()
