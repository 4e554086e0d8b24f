import { gunzipSync } from 'fflate';

/**
 * Unzips a file of the index; by the browser itself, which is faster, where it can.
 *
 * @throws When it is no gzip file, or not whole.
 */
export async function unzip(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (!globalThis.DecompressionStream) return gunzipSync(file);
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  writer.write(file).catch(() => {});
  writer.close().catch(() => {});
  return new Uint8Array(await new Response(readable).arrayBuffer());
}
