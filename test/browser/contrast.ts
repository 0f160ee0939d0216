/** How much two computed colours differ in lightness, 1 to 21, as WCAG reckons it. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Of `rgb(140, 42, 28)`, or of `color(srgb 0.5 0.2 0.1)`, which is what mixed colours compute to. */
function luminance(colour: string): number {
  const parts = Array.from(colour.matchAll(/\d*\.?\d+(?:e-?\d+)?/g), ([number]) => Number(number));
  const scale = colour.startsWith("color(srgb") ? 1 : 255;
  const [red = 0, green = 0, blue = 0] = parts.slice(0, 3).map((part) => {
    const share = part / scale;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
