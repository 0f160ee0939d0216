/** How much larger a narrow drawing is shown at most: 27rem for 328 px. */
const mostScale = 1.32;

/**
 * The class that keeps room for a drawing until it is laid out: its height as shown, rounded up to
 * 4rem, so that what is below never lies on top of it. src/styles/offscreen.css has the rooms.
 */
export function drawingRoom(svg: string): string {
  const heights = Array.from(svg.matchAll(/<svg [^>]*?\bheight="([\d.]+)"/g), ([, h]) => Number(h));
  const pixels = heights.reduce((sum, height) => sum + height * mostScale, 16 * heights.length);
  const steps = Math.ceil(pixels / 64);
  return steps <= 12 ? `room-${steps * 4}` : "";
}
