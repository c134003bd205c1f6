"use strict";
// Search over the lines of the page; without it the page is the same, only longer.
(() => {
  const place = document.querySelector(".find");
  const lines = [...document.querySelectorAll(".people tbody tr")].map((line) => {
    const team = line.closest("details");
    const words = line.textContent + " " + (team ? team.querySelector("summary b").textContent : "");
    return { line, team, words: words.toLowerCase() };
  });
  const teams = [...document.querySelectorAll("details.team")];
  const label = document.createElement("label");
  const box = document.createElement("input");
  const told = document.createElement("output");
  box.type = "search";
  label.append(place.dataset.label, " ", box);
  place.append(label, " ", told);
  let waiting = 0;
  const find = () => {
    const asked = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hit = new Set();
    let found = 0;
    for (const { line, team, words } of lines) {
      const is = asked.every((word) => words.includes(word));
      line.hidden = !is;
      found += is;
      if (is) hit.add(team);
    }
    for (const team of teams) {
      team.hidden = !hit.has(team);
      team.open = asked.length > 0 && hit.has(team) && found <= 200;
    }
    told.textContent = asked.length ? place.dataset.found.replace("#", found) : "";
  };
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, 120);
  });
})();
