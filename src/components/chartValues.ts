// Says the value of a mark of a chart where it is pointed at, tapped or tabbed to. The drawings bring
// the words as <title>, which browsers show late, and not at all to fingers and the keyboard.

const tip = document.createElement("div");
tip.className = "chart-value";
tip.hidden = true;
// Screen readers skip the tip, because they already read the mark's name.
tip.ariaHidden = "true";
document.body.append(tip);

let shown: Element | null = null;

/** The mark with a title under the pointer. */
function markOf(event: Event): Element | null {
  const { target } = event;
  if (!(target instanceof Element)) return null;
  const mark = target.closest("svg.plot a") ?? nearest(target, event);
  if (mark) return wordsOf(mark) ? mark : null;
  // The background of a drawing has no tip; the first title in the drawing belongs to a mark.
  return target.closest("svg.plot *") && wordsOf(target) ? target : null;
}

/** The greatest distance between a finger and a mark, CSS pixels. */
const reach = 24;

/** The nearest mark, for marks that are too small for a finger. */
function nearest(target: Element, event: Event): Element | null {
  const drawing = target.closest("svg.plot");
  if (!drawing || !(event instanceof PointerEvent) || event.pointerType !== "touch") return null;
  const { clientX: x, clientY: y } = event;
  const places = Array.from(drawing.querySelectorAll(".is-fine a"), (mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const across = Math.max(left - x, x - right, 0);
    return { mark, distance: Math.hypot(across, Math.max(top - y, y - bottom, 0)) };
  });
  const [first] = places.sort((a, b) => a.distance - b.distance);
  return first && first.distance <= reach ? first.mark : null;
}

/** Removes the title from the mark, because the browser would show it too. */
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
    // The pointer may move onto the tip.
    else if (shown && event.target !== tip) hide();
  });
}
document.addEventListener("focusout", hide);
document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
// The first tap shows the value. The second follows the link, if the mark has one on touch screens.
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
