// Keys. Single keys work outside fields only, and not at all when <html data-keys="off">.
//   /  search      .  cover      v  next question      g then a letter  a[data-go=letter]      ?  the list
//   Ctrl+Enter  the form's [data-save] button, also inside a field
"use strict";
(() => {
  const PATIENCE = 1500; // milliseconds between g and its letter
  let afterG = 0;

  const isField = (element) =>
    element instanceof Element && (element.isContentEditable || element.matches("input:not([type=radio], [type=checkbox]), textarea, select"));

  function saveForm(from) {
    const form = from instanceof Element ? from.closest("form") : null;
    const button = form && (form.querySelector("[data-save]") || form.querySelector("button:not([type=button]), input[type=submit]"));
    if (!button) return false;
    form.requestSubmit(button);
    return true;
  }

  function toQuestion() {
    const question = document.querySelector("[data-question]");
    if (!question) return false;
    const first = question.querySelector("input:not([type=hidden]), select, textarea, button");
    question.scrollIntoView({ block: "nearest" });
    if (first) first.focus();
    return true;
  }

  function toSearch() {
    const search = document.querySelector("[data-search]");
    if (!search) return false;
    if (!search.offsetParent) location.hash = "zoeken"; // folded away on a phone
    search.focus();
    return true;
  }

  function follow(letter) {
    const link = [...document.querySelectorAll("[data-go]")].find((element) => element.dataset.go === letter);
    if (!link) return false;
    link.click();
    return true;
  }

  function showList() {
    const list = document.getElementById("toetsen");
    if (!list) return false;
    if (list.open) list.close();
    else list.showModal();
    return true;
  }

  function cover() {
    document.dispatchEvent(new CustomEvent("rechtop:cover"));
    return true;
  }

  const KEYS = { "/": toSearch, ".": cover, v: toQuestion, "?": showList };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      if (saveForm(event.target)) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || isField(event.target)) return;
    if (document.documentElement.dataset.keys === "off") return;
    const dialog = document.querySelector("dialog[open]");
    if (dialog && !(event.key === "." || (event.key === "?" && dialog.id === "toetsen"))) return;
    const isLetterAfterG = Date.now() - afterG < PATIENCE;
    afterG = 0;
    if (isLetterAfterG && follow(event.key)) {
      event.preventDefault();
    } else if (event.key === "g") {
      afterG = Date.now();
    } else if (Object.hasOwn(KEYS, event.key) && KEYS[event.key]()) {
      event.preventDefault();
    }
  });
})();
