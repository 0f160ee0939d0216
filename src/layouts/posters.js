// In the head, before the first picture: a poster that cannot be loaded leaves what is drawn under it.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLImageElement && target.closest(".poster")) target.remove();
  },
  true,
);
