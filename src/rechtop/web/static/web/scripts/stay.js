// Before the session ends: ask whether somebody is still there, and clear the screen when nobody answers.
// Every answer of the server moves the end; windows of the same browser tell each other.
"use strict";
(() => {
  const { word, clock } = globalThis.rechtopWords;
  const WARN = 5 * 60 * 1000; // before the end
  const GRACE = 5000; // after the end, so that the server agrees that it has ended
  const meta = document.querySelector("meta[name=rechtop-kept]");
  const length = Number(meta?.dataset.session || 0) * 1000;
  if (!length) return;

  const warnAt = Math.max(length - WARN, length / 2);
  const others = "BroadcastChannel" in globalThis ? new BroadcastChannel(`rechtop-stay-${meta.dataset.who}`) : null;
  const dialog = () => document.getElementById("ben-je-er-nog");
  let last = Date.now();
  let timer = 0;

  function plan() {
    clearTimeout(timer);
    const idle = Date.now() - last;
    if (idle >= length + GRACE) ended();
    else if (idle >= warnAt) warn();
    timer = setTimeout(plan, Math.max(500, (idle < warnAt ? warnAt : length + GRACE) - idle));
  }

  function contact(tell = true) {
    last = Date.now();
    if (tell) others?.postMessage("contact");
    if (dialog()?.open) dialog().close();
    plan();
  }

  function warn() {
    const box = dialog();
    if (!box || box.open || document.querySelector("dialog[open]")) return;
    box.querySelector("[data-when]").textContent = word("ends", { time: clock(new Date(last + length)) });
    box.showModal();
  }

  function ended() {
    document.documentElement.dataset.covered = "";
    location.reload(); // the server shows the login page; unsaved text waits on this device
  }

  async function stay() {
    try {
      const answer = await fetch(meta.dataset.stay, { credentials: "same-origin", redirect: "manual" });
      if (answer.status === 204 && answer.headers.get("X-Autosave-Who") === meta.dataset.who) contact();
      else ended();
    } catch {
      dialog()?.close(); // no line: the words on the page say so, and saving goes on trying
    }
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-stay]")) stay();
    if (event.target.closest("[data-leave]")) document.querySelector("form[data-logout]")?.requestSubmit();
  });
  document.addEventListener("cancel", (event) => { if (event.target === dialog()) { event.preventDefault(); stay(); } }, true);
  document.addEventListener("htmx:after:request", (event) => { if (event.detail.ctx.response?.status < 400) contact(); });
  document.addEventListener("rechtop:reached", () => contact());
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") plan(); });
  if (others) others.onmessage = () => contact(false);
  document.addEventListener("DOMContentLoaded", () => contact());
})();
