/**
 * Tells from its first bytes what kind of picture a file is.
 *
 * @returns `png`, `jpg`, `gif` or `webp`; `undefined` for what a browser does not show.
 */
export function pictureExtension(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 12));
  if (start.length < 12) return undefined;
  if (start.readUInt32BE(0) === 0x89504e47) return 'png';
  if (start.readUIntBE(0, 3) === 0xffd8ff) return 'jpg';
  if (start.toString('latin1', 0, 4) === 'GIF8') return 'gif';
  if (start.toString('latin1', 0, 4) === 'RIFF' && start.toString('latin1', 8) === 'WEBP') {
    return 'webp';
  }
  return undefined;
}
