/** A picture of a kind that every Word shows. */
export interface DocxPicture {
  type: 'png' | 'jpg' | 'gif' | 'bmp';
  data: Uint8Array;
  /** In pixels. */
  width: number;
  height: number;
}
