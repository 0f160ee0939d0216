/**
 * The number of rows of a long list, for its `data-rows`. The browser lays the list out when it comes
 * near, and until then estimates its height from this number (`styles/offscreen.css`). A short list is
 * laid out at once.
 */
export const lateRows = (count: number): number | undefined => (count < 16 ? undefined : count);
