/* The menu button of narrow screens. It runs in the head, so that the closed menu is never seen open; without it the
   menu stands open. */
(function () {
  var root = document.documentElement;
  root.classList.add("has-script");

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("menu");
    if (!button) return;

    function isOpen() {
      return button.getAttribute("aria-expanded") === "true";
    }
    function show(open) {
      button.setAttribute("aria-expanded", String(open));
      root.classList.toggle("has-menu-open", open);
    }

    button.addEventListener("click", function () {
      show(!isOpen());
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !isOpen()) return;
      show(false);
      button.focus();
    });
  });
})();
