// A text that saves itself: [data-autosave="URL"] on a field, or on a form (then all its fields).
//
// It saves a second and a half after typing stops, and every five seconds while it goes on. One request at a time, each
// with a number, so that a late one never undoes a newer one (rechtop/web/autosave.py judges). Until the server says
// "saved", a copy stays on this device, encrypted with a key that needs both a half that this browser cannot give away
// and a half that the server gives only to the person who is logged in (docs/decisions, kept text).
"use strict";
(() => {
  const QUIET = 1500; // after the last key
  const LONGEST = 5000; // after the first unsaved key
  const HERE = 400; // before the copy on this device is renewed
  const PATIENCE = 20000; // for one request
  const TROUBLE_AFTER = 10000; // before the words change to "not saved yet"
  const FIRST_RETRY = 2000;
  const LAST_RETRY = 60000;
  const BEACON_MAX = 60000; // bytes that a closing page may still send
  const KEEP = 7 * 24 * 3600 * 1000; // the longest that a copy stays here
  const SKIP = new Set(["csrfmiddlewaretoken", "autosave_page", "autosave_sequence", "autosave_base"]);

  const page = crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const keepers = new Map(); // element → Keeper
  const sleep = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

  const { word, clock, dayAndClock } = globalThis.rechtopWords;
  const say = (sentence) => document.dispatchEvent(new CustomEvent("rechtop:say", { detail: sentence }));

  // ---- the copy on this device ---------------------------------------------------------------------------------------

  const kept = (() => {
    const meta = document.querySelector("meta[name=rechtop-kept]");
    const who = meta?.dataset.who ?? "";
    const half = meta?.dataset.half ?? "";
    const bytes = (text) => new TextEncoder().encode(text);
    const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, "0")).join("");
    const possible = Boolean(who && half && globalThis.indexedDB && globalThis.crypto?.subtle);
    let opened = null;

    const asPromise = (request) => new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });

    async function open() {
      const request = indexedDB.open("rechtop-kept", 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("keys");
        request.result.createObjectStore("texts", { keyPath: "id" });
      };
      const database = await asPromise(request);
      const store = (name, mode = "readonly") => database.transaction(name, mode).objectStore(name);
      let device = await asPromise(store("keys").get("device"));
      if (!device) {
        // Not extractable: no script, ours or another's, can read it out of the browser again.
        device = await crypto.subtle.importKey("raw", crypto.getRandomValues(new Uint8Array(32)), "HKDF", false, ["deriveKey"]);
        const keys = store("keys", "readwrite");
        const other = await asPromise(keys.get("device")); // another window may have been first
        if (other) device = other;
        else await asPromise(keys.put(device, "device"));
      }
      const key = await crypto.subtle.deriveKey(
        { name: "HKDF", hash: "SHA-256", salt: bytes(half), info: bytes("rechtop kept text") },
        device, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"],
      );
      const texts = await asPromise(store("texts").getAll());
      for (const text of texts) {
        if (Date.now() - text.at > KEEP) await asPromise(store("texts", "readwrite").delete(text.id));
      }
      return { key, store };
    }

    const ready = () => { opened ??= open(); return opened; };
    const nameOf = async (id) => hex(await crypto.subtle.digest("SHA-256", bytes(`${half} ${id}`))); // says nothing of whom

    async function put(id, text) {
      const { key, store } = await ready();
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const name = await nameOf(id);
      const cipher = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes(JSON.stringify(text)));
      await asPromise(store("texts", "readwrite").put({ id: name, who, at: Date.now(), iv, cipher }));
    }

    async function get(id) {
      const { key, store } = await ready();
      const record = await asPromise(store("texts").get(await nameOf(id)));
      if (!record) return null;
      try {
        const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: record.iv }, key, record.cipher);
        return { ...JSON.parse(new TextDecoder().decode(plain)), at: record.at };
      } catch {
        return null; // written with another key: it cannot be read, and will be swept away by its age
      }
    }

    async function remove(id) {
      const { store } = await ready();
      await asPromise(store("texts", "readwrite").delete(await nameOf(id)));
    }

    async function wipe() {
      const { store } = await ready();
      for (const text of await asPromise(store("texts").getAll())) {
        if (text.who === who) await asPromise(store("texts", "readwrite").delete(text.id));
      }
    }

    return { possible, put, get, remove, wipe, who };
  })();

  // ---- one text ------------------------------------------------------------------------------------------------------

  class Keeper {
    constructor(element) {
      this.element = element;
      this.url = element.dataset.autosave;
      this.form = element.matches("form") ? element : element.closest("form");
      this.id = `${this.url} ${element.id || element.getAttribute("name") || ""}`;
      this.version = Number(element.dataset.version || 0);
      this.sequence = 0;
      this.saved = this.value(); // what the server has
      this.dirtySince = 0;
      this.retryIn = FIRST_RETRY;
      this.stopped = false; // after a conflict: a person chooses first
      this.isHere = false; // whether the copy on this device is of what is in the field now
      this.line = this.makeLine();
      element.addEventListener("input", () => this.typed());
      this.form?.addEventListener("submit", () => this.submitted());
      if (kept.possible) this.offerFound();
    }

    fields() {
      const controls = this.element.matches("form") ? [...this.element.elements] : [this.element];
      return controls.filter((control) => control.name && !SKIP.has(control.name) && !["password", "file", "submit", "button"].includes(control.type));
    }

    entries() {
      return this.fields()
        .filter((control) => !["radio", "checkbox"].includes(control.type) || control.checked)
        .map((control) => [control.name, control.value]);
    }

    value() { return JSON.stringify(this.entries()); }

    fill(value) {
      const wanted = new Map();
      for (const [name, text] of JSON.parse(value)) wanted.set(name, [...(wanted.get(name) ?? []), text]);
      for (const control of this.fields()) {
        const texts = wanted.get(control.name) ?? [];
        if (["radio", "checkbox"].includes(control.type)) control.checked = texts.includes(control.value);
        else control.value = texts[0] ?? "";
      }
      this.typed();
    }

    isDirty() { return this.value() !== this.saved; }

    typed() {
      if (!this.isDirty()) { this.becameClean(); return; }
      this.isHere = false;
      if (!this.dirtySince) {
        this.dirtySince = Date.now();
        if (this.line.dataset.state === "none") this.tell("typing");
      }
      clearTimeout(this.hereTimer);
      this.hereTimer = setTimeout(() => this.keepHere(), HERE);
      if (!this.stopped && !this.inTrouble) this.schedule(Math.min(QUIET, Math.max(0, this.dirtySince + LONGEST - Date.now())));
    }

    schedule(delay) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), delay);
    }

    async keepHere() {
      if (!kept.possible || !this.isDirty()) return;
      const value = this.value();
      try {
        await kept.put(this.id, { value, version: this.version });
        if (value === this.value()) this.isHere = true;
        this.hereWorks = true;
      } catch {
        this.hereWorks = false;
      }
    }

    body(sequence) {
      const body = new URLSearchParams(this.entries());
      body.set("autosave_page", page);
      body.set("autosave_sequence", sequence);
      body.set("autosave_base", this.version);
      return body;
    }

    headers() {
      const token = this.token ?? this.form?.querySelector("[name=csrfmiddlewaretoken]")?.value ??
        JSON.parse(document.body.getAttribute("hx-headers:inherited") || "{}")["X-CSRFToken"] ?? "";
      return { "X-Autosave": "1", "X-Autosave-Who": kept.who, "X-CSRFToken": token };
    }

    async save() {
      clearTimeout(this.timer);
      if (this.busy || this.stopped || !this.isDirty()) return;
      this.busy = true;
      const sent = this.value();
      const started = Date.now();
      let outcome;
      try {
        const answer = await fetch(this.url, {
          method: "POST", body: this.body(++this.sequence), headers: this.headers(), credentials: "same-origin",
          redirect: "manual", signal: AbortSignal.timeout(PATIENCE),
        });
        outcome = await this.read(answer);
      } catch {
        outcome = { state: "unreachable" };
      }
      this.busy = false;
      await this.settle(outcome, sent, started);
    }

    async read(answer) {
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return { state: "login" };
      if (answer.status >= 500 || answer.status === 429) return { state: "unreachable" };
      if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return { state: answer.ok ? "login" : "refused" };
      const says = await answer.json();
      if (answer.status === 409) return { ...says, state: "conflict" };
      return answer.ok && ["saved", "late"].includes(says.state) ? says : { state: "refused" };
    }

    async settle(outcome, sent, started) {
      if (["saved", "late", "conflict"].includes(outcome.state)) document.dispatchEvent(new CustomEvent("rechtop:reached"));
      switch (outcome.state) {
        case "saved":
        case "late":
          this.version = outcome.version;
          this.element.dataset.version = outcome.version;
          this.saved = sent;
          this.retryIn = FIRST_RETRY;
          if (this.inTrouble) say(word("saved", { time: outcome.at }));
          this.inTrouble = false;
          this.tell("saved", { time: outcome.at });
          if (this.isDirty()) {
            this.dirtySince = started;
            this.schedule(QUIET);
          } else {
            await this.becameClean();
          }
          break;
        case "conflict":
          this.stopped = true;
          this.trouble("conflict", outcome);
          break;
        case "refused":
          this.trouble("refused");
          break;
        case "login":
          if (await this.backAgain()) { this.schedule(0); break; }
          this.trouble("login");
          this.retryLater();
          break;
        default:
          if (this.inTrouble || Date.now() - this.dirtySince > TROUBLE_AFTER || !navigator.onLine) this.trouble("unreachable");
          this.retryLater();
      }
      await this.keepHere();
    }

    retryLater() {
      this.schedule(this.retryIn * (0.8 + 0.4 * Math.random()));
      this.retryIn = Math.min(this.retryIn * 2, LAST_RETRY);
    }

    // Logged in again in another window? Then this page's safety token is old: fetch a fresh one, if it is the same person.
    async backAgain() {
      try {
        const answer = await fetch(location.pathname + location.search, { credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
        if (!answer.ok) return false;
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        const samePerson = fresh.querySelector("meta[name=rechtop-kept]")?.dataset.who === kept.who && kept.who !== "";
        const token = fresh.querySelector("[name=csrfmiddlewaretoken]")?.value;
        if (!samePerson || !token || token === this.token || this.tokenTried) return false;
        this.tokenTried = true; // once per trouble: a refusal with a fresh token is not about the login
        this.token = token;
        return true;
      } catch {
        return false;
      }
    }

    async becameClean() {
      this.dirtySince = 0;
      this.tokenTried = false;
      clearTimeout(this.timer);
      clearTimeout(this.hereTimer);
      if (!kept.possible) return;
      try { await kept.remove(this.id); } catch { /* it will be swept away by its age */ }
      showConnection();
    }

    // A save button posts the same three numbers, so that a late autosave cannot undo it.
    submitted() {
      clearTimeout(this.timer);
      this.leaving = true;
      for (const [name, value] of [["autosave_page", page], ["autosave_sequence", ++this.sequence], ["autosave_base", this.version]]) {
        let input = this.form.querySelector(`input[name=${name}]`);
        if (!input) {
          input = document.createElement("input");
          input.type = "hidden";
          input.name = name;
          this.form.append(input);
        }
        input.value = value;
      }
    }

    // The page goes away: hand over what is left. The copy on this device stays until the server said "saved".
    lastChance() {
      if (!this.isDirty() || this.stopped || this.leaving) return;
      this.keepHere();
      const body = this.body(++this.sequence);
      if (body.toString().length > BEACON_MAX) return;
      fetch(this.url, { method: "POST", body, headers: this.headers(), credentials: "same-origin", redirect: "manual", keepalive: true }).catch(() => {});
    }

    // ---- what the person sees ----------------------------------------------------------------------------------------

    makeLine() {
      const id = this.element.id;
      let place = id && document.querySelector(`[data-kept-for="${CSS.escape(id)}"]`);
      if (!place) {
        place = document.createElement("div");
        place.className = "keeping";
        this.element.after(place);
      }
      let line = place.querySelector(".kept");
      if (!line) {
        line = document.createElement("p");
        line.className = "kept kept--none";
        place.append(line);
      }
      line.dataset.state = line.classList.contains("kept--none") ? "none" : "server";
      this.place = place;
      return line;
    }

    tell(state, fill = {}) {
      this.place.querySelector(".row")?.remove();
      this.line.dataset.state = state;
      this.line.className = state === "saved" || state === "typing" ? "kept" : this.hereWorks ? "kept kept--device" : "kept kept--busy";
      this.line.textContent = word(state, fill);
    }

    trouble(kind, outcome = {}) {
      const first = !this.inTrouble;
      this.inTrouble = kind !== "refused";
      const time = clock(new Date(this.dirtySince || Date.now()));
      const states = {
        unreachable: this.hereWorks ? "device" : "unsaved", login: this.hereWorks ? "login" : "login-window", refused: "refused",
      };
      this.tell(states[kind] ?? "conflict", { time });
      if (kind === "conflict") this.line.textContent = outcome.says;
      const row = document.createElement("div");
      row.className = "row";
      if (kind === "unreachable") row.append(this.button("try", () => this.save()));
      if (kind === "login") row.append(this.link("login-link", location.href));
      if (kind === "conflict") row.append(this.link("compare", outcome.href));
      row.append(this.button("copy", async () => {
        await navigator.clipboard.writeText(this.entries().map(([, text]) => text).join("\n"));
        say(word("copied"));
      }));
      this.place.append(row);
      if (first) say(this.line.textContent);
      showConnection();
    }

    button(key, act) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button--small";
      button.textContent = word(key);
      button.addEventListener("click", act);
      return button;
    }

    link(key, href) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = word(key);
      if (key === "login-link") link.target = "_blank"; // this window keeps the text
      return link;
    }

    // ---- a text from last time ---------------------------------------------------------------------------------------

    async offerFound() {
      let found;
      try { found = this.together(await kept.get(`${this.id} found`), await kept.get(this.id)); } catch { return; }
      if (!found) return;
      if (found.value === this.saved) { await this.forgetFound(); return; }
      await kept.put(`${this.id} found`, { value: found.value, version: found.version });
      const plain = (value) => JSON.parse(value).map(([, text]) => text).join("\n");
      const box = document.createElement("div");
      box.className = "note note--life stack-s";
      box.setAttribute("role", "region");
      const title = document.createElement("p");
      title.textContent = word("found", { time: dayAndClock(new Date(found.at)) });
      box.setAttribute("aria-label", title.textContent);
      const readings = document.createElement("dl");
      readings.className = "readings";
      for (const [key, text] of [["found-here", plain(found.value)], ["found-server", plain(this.saved)]]) {
        const cell = document.createElement("div");
        const by = document.createElement("dt");
        const what = document.createElement("dd");
        by.textContent = word(key);
        what.textContent = text;
        what.className = "kept-text";
        cell.append(by, what);
        readings.append(cell);
      }
      const row = document.createElement("div");
      row.className = "row";
      const choose = (value) => async () => {
        box.remove();
        if (value !== null) this.fill(value);
        await this.keepHere();
        await this.forgetFound();
        this.element.focus?.();
      };
      row.append(this.button("use-here", choose(found.value)), this.button("use-server", choose(null)));
      const only = this.fields();
      if (only.length === 1 && only[0].matches("textarea")) {
        row.append(this.button("use-both", choose(JSON.stringify([[only[0].name, `${only[0].value}\n\n${plain(found.value)}`]]))));
      }
      box.append(title, readings, row);
      this.place.before(box);
      say(title.textContent);
    }

    // Found earlier and not chosen yet, and typed again since: one below the other, nothing is dropped.
    together(older, newer) {
      if (!older || !newer || older.value === newer.value) return newer ?? older;
      const [first, second] = [JSON.parse(older.value), JSON.parse(newer.value)];
      if (first.length !== 1 || second.length !== 1 || second[0][1].startsWith(first[0][1])) return newer;
      return { ...newer, value: JSON.stringify([[second[0][0], `${first[0][1]}\n\n${second[0][1]}`]]) };
    }

    async forgetFound() {
      await kept.remove(`${this.id} found`);
      if (!this.isDirty()) await kept.remove(this.id);
    }
  }

  // ---- the page ------------------------------------------------------------------------------------------------------

  function showConnection() {
    const strip = document.getElementById("verbinding");
    if (strip) strip.hidden = navigator.onLine || ![...keepers.values()].some((keeper) => keeper.hereWorks && keeper.isDirty());
  }

  function findTexts() {
    for (const [element, keeper] of keepers) {
      if (!element.isConnected) {
        keeper.lastChance();
        keepers.delete(element);
      }
    }
    for (const element of document.querySelectorAll("[data-autosave]")) {
      if (!keepers.has(element)) keepers.set(element, new Keeper(element));
    }
  }

  // The form of the menu, and any other that goes to the same address.
  function isLogout(form) {
    return form instanceof HTMLFormElement && form.action === document.querySelector("form[data-logout]")?.action;
  }

  async function beforeLogout(event) {
    const form = event.target;
    if (!isLogout(form) || form.dataset.sure) return;
    event.preventDefault();
    const texts = [...keepers.values()];
    await Promise.race([Promise.all(texts.map((keeper) => keeper.save())), sleep(4000)]);
    if (texts.some((keeper) => keeper.isDirty())) {
      form.dataset.sure = "1";
      const strip = document.getElementById("melding");
      if (strip) {
        strip.textContent = word("leave");
        strip.hidden = false;
      }
      return;
    }
    await leave(form);
  }

  async function leave(form) {
    if (kept.possible) {
      try { await kept.wipe(); } catch { /* swept away by its age */ }
    }
    form.dataset.sure = "1";
    for (const keeper of keepers.values()) keeper.leaving = true;
    form.submit();
  }

  document.addEventListener("DOMContentLoaded", findTexts);
  document.addEventListener("htmx:after:swap", findTexts);
  document.addEventListener("submit", beforeLogout);
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !isLogout(form)) return;
    event.preventDefault(); // she said it may be wiped
    leave(form);
  });
  addEventListener("online", () => { for (const keeper of keepers.values()) { keeper.retryIn = FIRST_RETRY; keeper.save(); } showConnection(); });
  addEventListener("offline", showConnection);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") for (const keeper of keepers.values()) keeper.lastChance();
  });
  addEventListener("pagehide", () => { for (const keeper of keepers.values()) keeper.lastChance(); });
  addEventListener("beforeunload", (event) => {
    const lost = [...keepers.values()].some((keeper) => keeper.isDirty() && !keeper.leaving && !keeper.isHere);
    if (lost) event.preventDefault();
  });
})();
