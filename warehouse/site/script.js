// What every page does: choose the theme, copy a statement, sort a table that stands whole in the page.
"use strict";

(() => {
  const root = document.documentElement;
  const remember = (value) => { try { localStorage.setItem("attest-theme", value); } catch { /* storage may be off */ } };
  const remembered = () => { try { return localStorage.getItem("attest-theme"); } catch { return null; } };
  const theme = remembered();
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;

  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  const themes = (button) => {
    const say = () => { button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", `Use the ${button.textContent.toLowerCase()} theme`); };
    button.hidden = false;
    button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; remember(root.dataset.theme); say(); });
    say();
  };

  const copies = (button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = button.parentElement.querySelector("code").textContent;
      try { await navigator.clipboard.writeText(text); } catch {
        const area = document.createElement("textarea");
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
      }
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
  };

  const worth = (cell) => {
    const text = (cell.dataset.sort ?? cell.textContent).trim();
    const number = Number(text.replace(/[,%≥≤\s]/g, ""));
    return text !== "" && Number.isFinite(number) ? number : text.toLowerCase();
  };

  const compare = (one, other) => {
    if (one === "" || other === "") return (one === "") - (other === "");
    if (typeof one === typeof other) return one < other ? -1 : one > other ? 1 : 0;
    return typeof one === "number" ? -1 : 1;
  };

  const sorts = (table) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (!head.textContent.trim()) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const rows = [...table.tBodies[0].rows].map((row) => [worth(row.cells[column]), row]);
        rows.sort((one, other) => compare(one[0], other[0]) * (up ? 1 : -1));
        table.tBodies[0].append(...rows.map(([, row]) => row));
      });
    });
  };

  // The statement of one row is put together when it is asked for: the queries stand once, not in every page.
  const queries = () => new Promise((done) => {
    if (window.attestQueries) return done(window.attestQueries);
    const script = document.createElement("script");
    script.src = `${root.dataset.root}queries.js`;
    script.addEventListener("load", () => done(window.attestQueries));
    document.head.append(script);
  });
  const states = (details) => details.addEventListener("toggle", async () => {
    const { query, column, key } = details.dataset;
    const body = (await queries())[query].replaceAll("\n", "\n    ");
    details.querySelector("code").textContent = `select *\nfrom (\n    ${body}\n)\nwhere ${column} = '${key.replaceAll("'", "''")}'`;
  }, { once: true });

  // A count in a page chooses the rows of a table there that it counts.
  const valueOf = (cell) => (cell?.dataset.value ?? cell?.textContent ?? "").trim();
  const picks = (link) => {
    const table = document.querySelector(`${link.hash} ~ .scroll table`);
    if (!table) return;
    link.addEventListener("click", () => {
      const { column, value } = link.dataset;
      const rows = [...table.tBodies[0].rows];
      const chosen = rows.filter((row) => valueOf(row.querySelector(`[data-label="${column}"]`)) === value);
      for (const row of rows) row.hidden = !chosen.includes(row);
      const note = table.parentElement.previousElementSibling.matches(".picked") ? table.parentElement.previousElementSibling : document.createElement("p");
      note.className = "picked";
      note.setAttribute("role", "status");
      const all = document.createElement("button");
      all.type = "button";
      all.textContent = `Show all ${rows.length}`;
      all.addEventListener("click", () => { for (const row of rows) row.hidden = false; note.remove(); });
      note.replaceChildren(`${column}: ${value}, ${chosen.length} of ${rows.length} `, all);
      table.parentElement.before(note);
    });
  };

  // On a phone a table that is too wide becomes cards, each cell under the name of its column.
  const cards = (table) => {
    const frame = table.parentElement;
    if (!matchMedia("(max-width: 640px)").matches || frame.scrollWidth <= frame.clientWidth) return;
    const names = [...table.tHead.rows[0].cells].map((head) => head.textContent.trim());
    for (const row of table.tBodies[0].rows) [...row.cells].forEach((cell, column) => { cell.dataset.label ??= names[column]; });
    table.classList.add("cards");
  };

  const seeks = (form) => {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = `${root.dataset.root}documents.html#${new URLSearchParams({ text: form.elements.text.value })}`;
    });
  };

  window.attestCompare = compare;
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("button.theme").forEach(themes);
    document.querySelectorAll("form.seek").forEach(seeks);
    document.querySelectorAll("a[data-column]").forEach(picks);
    document.querySelectorAll("details[data-query]").forEach(states);
    document.querySelectorAll("button.copy").forEach(copies);
    document.querySelectorAll(".scroll > table:not(.cards, .listing)").forEach(cards);
    document.querySelectorAll("table.sortable").forEach(sorts);
  });
})();
