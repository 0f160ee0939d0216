declare module "subset-font" {
  interface SubsetOptions {
    targetFormat?: "sfnt" | "woff" | "woff2";
    /** Entries of the font's name table to keep: 0 is the copyright, 13 and 14 the licence. */
    preserveNameIds?: number[];
    /** OpenType features to keep; all when absent. */
    keepFeatures?: string[];
    variationAxes?: Record<string, number>;
    noHinting?: boolean;
  }

  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: SubsetOptions,
  ): Promise<Buffer>;
}
