// Cover the screen at once: `.` or a [data-cover] button. The page stays as it is underneath, and out of the title.
"use strict";
(() => {
  let title = "";

  function toggle() {
    const cover = document.getElementById("bedekt");
    if (!cover) return;
    if (cover.open) {
      cover.close();
      return;
    }
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
    for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
    title = document.title;
    document.title = "Rechtop";
    document.documentElement.dataset.covered = "";
    cover.showModal();
  }

  function uncovered() {
    delete document.documentElement.dataset.covered;
    document.title = title;
  }

  document.addEventListener("rechtop:cover", toggle);
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-cover]");
    if (!button) return;
    event.preventDefault();
    toggle();
  });
  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("bedekt")?.addEventListener("close", uncovered);
  });
})();
