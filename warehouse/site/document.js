// A document: the claim whose link was followed is shown in its text, and the text leads back to the claim.
"use strict";

(() => {
  const choose = () => {
    for (const piece of document.querySelectorAll(".chosen")) piece.classList.remove("chosen");
    const [, part, key] = /^#([cs])-([0-9a-zA-Z_-]+)$/.exec(location.hash) ?? [];
    if (!key) return;
    for (const piece of document.querySelectorAll("[data-claims]")) {
      if (piece.dataset.claims.split(" ").includes(key)) piece.classList.add("chosen");
    }
    const card = document.getElementById(`c-${key}`);
    if (!card) return;
    card.classList.add("chosen");
    const still = matchMedia("(max-width: 900px)").matches;
    const other = part === "c" ? document.getElementById(`s-${key}`) : card;
    if (!still && other) other.scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", choose);
  choose();
})();
