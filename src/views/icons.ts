/** Icons that the manifest names, by their width in pixels. */
export const manifestIcons = [
  { name: "icon-192", size: 192 },
  { name: "icon-512", size: 512 },
];

/** Every icon that is drawn from favicon.svg; the first is what iPhones ask for. */
export const icons = [{ name: "apple-touch-icon", size: 180 }, ...manifestIcons];
