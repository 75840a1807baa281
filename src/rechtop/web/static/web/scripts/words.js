// What the scripts say, in the language of the page (templates/web/parts/words.html), and how they tell the time.
"use strict";
globalThis.rechtopWords = (() => {
  const language = () => document.documentElement.lang.slice(0, 2);

  function word(key, fill = {}) {
    const text = document.querySelector("#woorden")?.content.querySelector(`[data-word="${key}"]`)?.textContent ?? "";
    return text.replace(/\{(\w+)\}/g, (all, name) => fill[name] ?? all);
  }

  // As rechtop/web/wording.py has it: 9.14 u., 9 h 14, 9:14
  function clock(moment) {
    const minutes = String(moment.getMinutes()).padStart(2, "0");
    if (language() === "fr") return `${moment.getHours()}\u00a0h\u00a0${minutes}`;
    if (language() === "en") return `${moment.getHours()}:${minutes}`;
    return `${moment.getHours()}.${minutes}\u00a0u.`;
  }

  function dayAndClock(moment) {
    if (moment.toDateString() === new Date().toDateString()) return clock(moment);
    return `${moment.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long" })}, ${clock(moment)}`;
  }

  return Object.freeze({ word, clock, dayAndClock });
})();
