// The statement of a choice of rows: the listing's own, with what the filters ask written as conditions.
"use strict";

(() => {
  const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
  const folded = (sql) => `strip_accents(lower(${sql}))`;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const ofText = (value) => {
    const words = fold(value).match(/[\p{L}\p{N}_]+/gu)?.filter((word) => [...word].length > 1) ?? [];
    const article = folded("concat_ws(' ', title, text)");
    const each = words.map((word) => `regexp_matches(${article}, ${quoted(`(^|[^\\pL\\pN_])${word}`)})`);
    return each.length ? [`document_id in (select document_id from documents where ${each.join(" and ")})`] : [];
  };

  const ofField = ({ filter, sql }, value) => {
    if (filter === "choice") return `${sql} = ${quoted(value)}`;
    if (filter === "each") return `list_contains(${sql}, ${quoted(value)})`;
    return `contains(${folded(sql)}, ${quoted(fold(value))})`;
  };

  // The conditions of one field of the form; `columns` are the headings' data by name, `ends` by the fields of a day.
  const conditionsOf = (name, value, columns, ends, words) => {
    if (name === "text") return ofText(value);
    if (name === "q") return fold(value).split(/\s+/).filter(Boolean).map((word) => `contains(${folded(words)}, ${quoted(word)})`);
    if (name === "within") return [`coalesce(date_high, date_low) - coalesce(date_low, date_high) <= ${Number(value)}`];
    if (ends.has(name)) return [`${ends.get(name).sql} ${name.endsWith("from") ? ">=" : "<="} date ${quoted(value)}`];
    return columns.has(name) ? [ofField(columns.get(name), value)] : [];
  };

  window.attestStatement = (base, given, heads, words) => {
    const columns = new Map(heads.map((head) => [head.dataset.name, head.dataset]));
    const days = heads.filter((head) => head.dataset.from).map((head) => head.dataset);
    const ends = new Map(days.flatMap((data) => [[data.from, data], [data.to, data]]));
    const asked = given.flatMap(([name, value]) => conditionsOf(name, value, columns, ends, words));
    if (!asked.length) return base;
    return `select *\nfrom (\n    ${base.replaceAll("\n", "\n    ")}\n)\nwhere ${asked.join("\n  and ")}`;
  };
})();
