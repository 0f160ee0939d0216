// In the head, where it holds up the first paint: a chosen scheme never flashes.
(() => {
  const root = document.documentElement;
  let chosen = null;
  try {
    chosen = localStorage.getItem("scheme");
  } catch {
    // Storage may be blocked; the system's scheme serves then.
  }
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-scheme-switch]");
    if (!button) return;
    const isDark = () =>
      root.dataset.scheme
        ? root.dataset.scheme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
    const label = () => {
      button.textContent = isDark() ? "Lights on" : "Lights off";
    };
    label();
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("scheme", root.dataset.scheme);
      } catch {
        // The choice holds for this page only.
      }
      label();
    });
  });
})();
