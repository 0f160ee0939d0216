// Says the value of a mark of a chart where it is pointed at, tapped or tabbed to. The drawings bring
// the words as <title>, which browsers show late, and not at all to fingers and the keyboard.

const tip = document.createElement("div");
tip.className = "chart-value";
tip.hidden = true;
// What is said here is the mark's own name, which a screen reader says already.
tip.ariaHidden = "true";
document.body.append(tip);

let shown: Element | null = null;

/** The mark with words of its own that the event is about. */
function markOf({ target }: Event): Element | null {
  // Of the ground of a drawing nothing is said: the first title in it is a mark's.
  if (!(target instanceof Element) || !target.closest("svg.plot *")) return null;
  const mark = target.closest("a") ?? target;
  return wordsOf(mark) ? mark : null;
}

/** Takes the title from the mark, or the browser would show it as well. */
function wordsOf(mark: Element): string {
  const title = mark.querySelector(":scope > title, :scope > * > title");
  if (title?.textContent) {
    mark.setAttribute("data-value", title.textContent);
    title.remove();
  }
  return mark.getAttribute("data-value") ?? "";
}

function show(mark: Element): void {
  shown = mark;
  tip.textContent = wordsOf(mark);
  tip.hidden = false;
  const box = mark.getBoundingClientRect();
  const middle = box.left + box.width / 2 - tip.offsetWidth / 2;
  const left = Math.max(
    4,
    Math.min(middle, document.documentElement.clientWidth - tip.offsetWidth - 4),
  );
  const above = box.top - tip.offsetHeight + 1;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(above < 4 ? box.bottom - 1 : above) + scrollY}px`;
}

function hide(): void {
  shown = null;
  tip.hidden = true;
}

for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
    // Whoever reads closely may point at the words themselves.
    else if (shown && event.target !== tip) hide();
  });
}
document.addEventListener("focusout", hide);
document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
// The first tap says the value, the second follows the link.
let tapped: Element | null = null;
document.addEventListener("click", (event) => {
  const mark = markOf(event);
  const isFinger = event instanceof PointerEvent && event.pointerType === "touch";
  if (mark && isFinger && mark !== tapped) {
    event.preventDefault();
    show(mark);
  }
  tapped = mark;
});
