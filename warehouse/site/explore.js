// A listing: its rows come in parts, are filtered by the form, sorted by the headings, and the address keeps the choice.
"use strict";

(() => {
  const table = document.querySelector("table[data-listing]");
  const form = document.querySelector("form.filters");
  const found = document.querySelector(".found");
  const also = document.querySelector(".also");
  const pager = document.querySelector(".pages");
  const heads = [...table.tHead.rows[0].cells];
  const days = heads.findIndex((head) => head.dataset.filter.startsWith("days"));
  const ends = new Map(heads.flatMap((head, column) => head.dataset.from ? [[head.dataset.from, column], [head.dataset.to, column]] : []));
  const SEVERAL = "; ";
  const code = document.querySelector("details.sql code");
  const statement = code.textContent;
  const names = heads.map((head) => head.dataset.name);
  const parts = Number(table.dataset.parts);
  const total = Number(table.dataset.total);
  const SHOWN = 100;
  const SAFE = /^[a-z]+(\/[0-9a-f]+)?\.html(#[A-Za-z0-9_=&%+-]+)?$/;
  const rows = [];
  let page = 0;
  let sort = "";
  let kept = [];
  let read = 0; // parts read
  let begun = -1; // the last part asked for
  let shownAt = 0;
  let saving = false;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const textOf = (cell) => Array.isArray(cell) ? cell[0] : cell;
  const sortOf = (cell) => Array.isArray(cell) && cell[1] !== null ? cell[1] : textOf(cell);
  const addressOf = (cell) => Array.isArray(cell) && SAFE.test(cell[2] ?? "") ? cell[2] : "";

  // One part more; each part file calls add.
  window.attest = {
    add(part, more, words) {
      for (const packed of more) {
        const cells = packed.map((cell, column) => typeof cell === "number" ? words[column][cell] : cell);
        rows.push({ cells, words: "", number: rows.length });
      }
      read += 1;
      const now = performance.now();
      if (read < parts && now - shownAt < 400) further(); else show();
      if (saving && read === parts) csv();
    },
  };
  // Further parts are read only when the choice of rows needs them: all for a filter or an order, else the page's own.
  const further = () => {
    if (saving || asks() || sort || rows.length < (page + 1) * SHOWN) load(read);
  };
  const load = (part) => {
    if (part >= parts || part <= begun) return;
    begun = part;
    const script = document.createElement("script");
    script.src = `rows/${table.dataset.listing}-${part}.js`;
    script.addEventListener("load", () => script.remove());
    script.addEventListener("error", () => { found.textContent = "Some rows could not be read."; });
    document.head.append(script);
  };

  // Full text: the files of words are read when a word that starts so is asked for.
  const shards = new Map();
  const sought = new Set();
  let within = null;
  let answer = () => {};
  window.attest.found = (name, words) => { shards.set(name, words); answer(); };
  const shardOf = (word) => [...new TextEncoder().encode([...word].slice(0, 2).join(""))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const numbersOf = (packed) => { let at = 0; return packed.split(".").map((step) => (at += parseInt(step, 36))); };
  const documentsWith = (word) => {
    const held = new Set();
    for (const [known, packed] of Object.entries(shards.get(shardOf(word)))) {
      if (known.startsWith(word)) for (const number of numbersOf(packed)) held.add(number);
    }
    return held;
  };
  const fetchWords = (name) => {
    if (sought.has(name)) return;
    sought.add(name);
    const script = document.createElement("script");
    script.src = `words/${name}.js`;
    document.head.append(script);
  };
  const seek = () => {
    const asked = (fold(form.elements.text?.value ?? "").match(/[\p{L}\p{N}_]+/gu) ?? []).filter((word) => [...word].length > 1).map((word) => word.slice(0, 32));
    const wanted = [...new Set(asked.map(shardOf))];
    answer = () => {
      const known = shards.get("all");
      if (asked.length && !known) return fetchWords("all");
      for (const name of wanted) if (!known.includes(name)) shards.set(name, {});
      const missing = wanted.filter((name) => !shards.has(name));
      if (missing.length) return missing.forEach(fetchWords);
      const sets = asked.map(documentsWith);
      within = asked.length ? new Set([...sets[0]].filter((number) => sets.every((set) => set.has(number)))) : null;
      show();
    };
    answer();
  };

  const worded = heads.map((head) => Boolean(head.dataset.sql) && !head.dataset.filter.startsWith("days"));
  const wordsOf = (row) => row.words ||= fold(row.cells.filter((_, column) => worded[column]).map(textOf).join(" \u0000 "));

  const tests = () => {
    const given = new FormData(form);
    const made = [];
    for (const [name, value] of given) {
      if (!value) continue;
      const column = names.indexOf(name);
      if (name === "text") {
        if (within) made.push((row) => within.has(row.number));
      } else if (name === "q") {
        const asked = fold(value).split(/\s+/).filter(Boolean);
        made.push((row) => asked.every((word) => wordsOf(row).includes(word)));
      } else if (name === "within") {
        made.push((row) => {
          const [low, high] = String(sortOf(row.cells[days])).split("/");
          return low !== "" && (Date.parse(high ?? low) - Date.parse(low)) / 86400000 <= Number(value);
        });
      } else if (ends.has(name)) {
        const day = (row) => String(sortOf(row.cells[ends.get(name)])).slice(0, 10);
        made.push(name.endsWith("from") ? (row) => day(row) >= value : (row) => day(row) !== "" && day(row) <= value);
      } else if (column >= 0 && heads[column].dataset.filter === "choice") {
        made.push((row) => textOf(row.cells[column]) === value);
      } else if (column >= 0 && heads[column].dataset.filter === "each") {
        made.push((row) => textOf(row.cells[column]).split(SEVERAL).includes(value));
      } else if (column >= 0) {
        const asked = fold(value);
        made.push((row) => fold(textOf(row.cells[column])).includes(asked));
      }
    }
    return made;
  };

  const cellOf = (cell, head) => {
    const made = document.createElement("td");
    const text = document.createElement("bdi");
    text.textContent = textOf(cell);
    made.dataset.label = head.textContent;
    made.className = head.className + (textOf(cell) ? "" : " blank");
    const address = addressOf(cell);
    if (address) {
      const link = document.createElement("a");
      link.href = address;
      link.append(text);
      made.append(link);
    } else made.append(text);
    return made;
  };

  const order = () => {
    if (!sort) return;
    const down = sort.startsWith("-");
    const column = names.indexOf(down ? sort.slice(1) : sort);
    if (column < 0) return;
    kept = kept.slice().sort((one, other) => {
      const [a, b] = [sortOf(one.cells[column]), sortOf(other.cells[column])];
      return a === "" || b === "" ? (a === "") - (b === "") : attestCompare(a, b) * (down ? -1 : 1);
    });
  };

  const asks = () => [...new FormData(form).values()].some(Boolean);

  const show = () => {
    shownAt = performance.now();
    const asked = tests();
    kept = asked.length ? rows.filter((row) => asked.every((test) => test(row))) : rows;
    order();
    const whole = asks() ? kept.length : total;
    const pages = Math.max(1, Math.ceil(whole / SHOWN));
    if (rows.length === total) page = Math.min(page, pages - 1);
    table.tBodies[0].replaceChildren(...kept.slice(page * SHOWN, (page + 1) * SHOWN).map((row) => {
      const made = document.createElement("tr");
      made.append(...row.cells.map((cell, column) => cellOf(cell, heads[column])));
      return made;
    }));
    code.textContent = attestStatement(statement, [...new FormData(form)].filter(([, value]) => value), heads, table.dataset.words);
    const reading = rows.length < total && (asks() || sort) ? `, ${rows.length.toLocaleString("en")} read so far` : "";
    found.textContent = asks() ? `${kept.length.toLocaleString("en")} of ${total.toLocaleString("en")}${reading}` : `${total.toLocaleString("en")} in all${reading}`;
    pager.hidden = pages === 1;
    pager.querySelector("span").textContent = `page ${page + 1} of ${pages}`;
    pager.querySelector(".back").disabled = page === 0;
    pager.querySelector(".on").disabled = page === pages - 1;
    if (also) {
      const text = form.elements.text.value;
      also.hidden = !text;
      also.firstElementChild.href = `claims.html#${new URLSearchParams({ q: text })}`;
    }
    for (const head of heads) {
      const mine = sort.replace(/^-/, "") === head.dataset.name;
      if (mine) head.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    further();
  };

  const keep = () => {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    if (sort) chosen.set("sort", sort);
    if (page) chosen.set("page", page + 1);
    history.replaceState(null, "", `#${chosen}`);
  };
  const take = () => {
    const chosen = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) {
      if (!field.name) continue;
      const value = chosen.get(field.name) ?? "";
      if (field.tagName === "SELECT" && value && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
      field.value = value;
      if (value) field.closest("label").hidden = false; // a choice that no row offers: the link says that none is so
      if (value && field.closest("details")) field.closest("details").open = true;
    }
    sort = chosen.get("sort") ?? "";
    page = Math.max(0, Number(chosen.get("page") ?? 1) - 1) || 0;
  };

  // A spreadsheet runs a cell that starts so as a formula: a quote before it keeps it text.
  const guarded = (text) => /^[=+\-@\t\r\n]/.test(text.trimStart()) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  const csv = () => {
    saving = read < parts; // the file is to hold every row chosen: read the rest first
    if (saving) return further();
    const quoted = (text) => `"${guarded(String(text)).replaceAll('"', '""')}"`;
    const lines = [heads.map((head) => quoted(head.textContent)), ...kept.map((row) => row.cells.map((cell) => quoted(textOf(cell))))];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines.map((line) => line.join(",")).join("\r\n")], { type: "text/csv" }));
    link.download = `${table.dataset.listing}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  window.attest.csvCell = guarded;

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      sort = sort === head.dataset.name ? `-${sort}` : head.dataset.name;
      page = 0;
      show();
      keep();
    });
  }
  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => { page = 0; seek(); keep(); }, 120); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { sort = ""; page = 0; seek(); keep(); }, 0));
  form.querySelector(".csv").addEventListener("click", csv);
  pager.querySelector(".back").addEventListener("click", () => { page -= 1; show(); keep(); table.scrollIntoView(); });
  pager.querySelector(".on").addEventListener("click", () => { page += 1; show(); keep(); table.scrollIntoView(); });
  window.addEventListener("hashchange", () => { take(); seek(); });
  form.hidden = false;
  take();
  seek();
  if (parts) load(0);
})();
