// Small things of every page: focus after an answer, the pen on what changed, printing, copying, menus,
// and a plain sentence when htmx could not bring what was asked.
"use strict";
(() => {
  const seen = new Map(); // id → data-changed, as it was before the last swap
  let focused = null; // what had the focus when the last swap began

  const { word } = globalThis.rechtopWords;

  function rememberValues() {
    seen.clear();
    for (const element of document.querySelectorAll("[data-changed][id]")) seen.set(element.id, element.dataset.changed);
  }

  function markWhatChanged() {
    if (seen.size === 0) return;
    for (const element of document.querySelectorAll("[data-changed][id]")) {
      const before = seen.get(element.id);
      if (before !== element.dataset.changed) element.classList.add("just-changed");
    }
  }

  function focusAfterSwap() {
    const errors = document.querySelector("[data-errors]");
    if (errors) {
      errors.focus();
    } else if (focused && !focused.isConnected) {
      const next = document.querySelector("[autofocus]") ?? document.querySelector("[data-question] :is(input:not([type=hidden]), select, textarea)");
      next?.focus({ preventScroll: true });
    }
  }

  function notice(text, link) {
    const place = document.getElementById("melding");
    if (!place) return;
    place.textContent = text;
    if (link) {
      const anchor = document.createElement("a");
      anchor.href = location.href;
      anchor.textContent = link;
      place.append(" ", anchor);
    }
    place.hidden = !text;
  }

  // Answers that are not the part we asked for must not land inside the page.
  function judgeAnswer(event) {
    const answer = event.detail.ctx.response.raw;
    const login = document.querySelector("meta[name=rechtop-kept]")?.dataset.login;
    const sentToLogin = Boolean(login) && (answer.headers.get("HX-Redirect") ?? "").startsWith(login);
    if (answer.redirected || sentToLogin || answer.status === 401) {
      event.preventDefault();
      notice(word("logged-out"), word("login-link"));
    } else if ([400, 403, 404, 429].includes(answer.status) || answer.status >= 500) {
      event.preventDefault();
      notice(word(`answer-${answer.status >= 500 ? 500 : answer.status}`));
    } else {
      notice("");
    }
  }

  // A download tells no page when it is there: what is being made is said beside the link, and goes away again.
  function sayForAWhile(place) {
    if (!place) return;
    place.textContent = place.dataset.says;
    setTimeout(() => { place.textContent = ""; }, 8000);
  }

  async function copy(selector) {
    const source = document.querySelector(selector);
    if (!source) return;
    await navigator.clipboard.writeText("value" in source ? source.value : source.innerText);
    document.dispatchEvent(new CustomEvent("rechtop:say", { detail: word("copied") }));
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-print]")) window.print();
    const slow = event.target.closest("[data-slow]");
    if (slow) sayForAWhile(document.getElementById(slow.dataset.slow));
    const copier = event.target.closest("[data-copy]");
    if (copier) copy(copier.dataset.copy);
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // Who types an answer no longer means "I don't know".
  document.addEventListener("input", (event) => {
    const typed = event.target instanceof Element && event.target.closest(".answers--typed");
    if (!typed) return;
    for (const instead of typed.closest("form").querySelectorAll("input[name=instead]:checked")) instead.checked = false;
  });

  // On paper everything is open.
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("main details:not([open])")) {
      details.open = true;
      details.dataset.openedForPrint = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const details of document.querySelectorAll("[data-opened-for-print]")) {
      details.open = false;
      delete details.dataset.openedForPrint;
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    rememberValues();
    document.querySelector("[data-errors]")?.focus();
  });
  document.addEventListener("htmx:before:response", judgeAnswer);
  document.addEventListener("htmx:before:swap", () => { focused = document.activeElement; });
  document.addEventListener("htmx:error", (event) => {
    if (event.detail.ctx && !event.detail.ctx.response) notice(word("answer-none"));
  });
  document.addEventListener("htmx:after:swap", () => {
    markWhatChanged();
    rememberValues();
    focusAfterSwap();
  });
})();
