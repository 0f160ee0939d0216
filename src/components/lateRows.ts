/**
 * The rows of a long list, for its `data-rows`: it is laid out when it comes near, and until then its
 * room goes by their number (`styles/offscreen.css`). A short list is laid out at once.
 */
export const lateRows = (count: number): number | undefined => (count < 16 ? undefined : count);
