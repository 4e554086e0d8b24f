/** The part of `subset-font` used here; the package ships no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'truetype' | 'woff2';
      keepFeatures?: string[];
      preserveNameIds?: number[];
      noHinting?: boolean;
      dropTables?: string[];
    },
  ): Promise<Buffer<ArrayBuffer>>;
}
