// In the head, before the first picture. It hides a poster that cannot be loaded, so that the drawing
// under it shows.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLImageElement && target.closest(".poster")) target.remove();
  },
  true,
);
