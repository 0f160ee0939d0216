/** The gap between drawings one below the other, CSS pixels: --space-3. */
const gap = 16;

/** The size of a drawing, or of several of the same width one below the other. */
export function drawingRoom(svg: string): { width: number; height: number } {
  const sizes = Array.from(svg.matchAll(/\bviewBox="0 0 ([\d.]+) ([\d.]+)"/g));
  const heights = sizes.map(([, , height]) => Number(height));
  return {
    width: Number(sizes[0]?.[1]),
    height: heights.reduce((sum, height) => sum + height, gap * (heights.length - 1)),
  };
}
