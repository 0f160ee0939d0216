/** Limits of what is read into memory. The largest real export has 6 MB in 200 files. */
export interface SizeLimits {
  entries: number;
  bytesPerFile: number;
  bytesInAll: number;
}

export const SIZE_LIMITS: SizeLimits = {
  entries: 10_000,
  bytesPerFile: 32 * 2 ** 20,
  bytesInAll: 256 * 2 ** 20,
};
