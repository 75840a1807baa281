// One polite live region for the whole page: one sentence, the last one wins.
// Say something: document.dispatchEvent(new CustomEvent("rechtop:say", {detail: "Huurpremie ligt nu open."}))
// or put data-announce="…" on an element that htmx brings in.
"use strict";
(() => {
  const PAUSE = 150; // long enough for a screen reader to notice that the text changed
  let waiting = 0;

  function say(sentence) {
    const region = document.getElementById("zeg");
    if (!region || !sentence) return;
    region.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(() => { region.textContent = sentence; }, PAUSE);
  }

  function sayWhatCameIn() {
    const spoken = [...document.querySelectorAll("[data-announce]")];
    const last = spoken.at(-1);
    if (last) say(last.dataset.announce);
    for (const element of spoken) element.removeAttribute("data-announce");
  }

  document.addEventListener("rechtop:say", (event) => say(event.detail));
  document.addEventListener("DOMContentLoaded", sayWhatCameIn);
  document.addEventListener("htmx:after:swap", sayWhatCameIn);
})();
