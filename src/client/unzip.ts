import { loadScript } from './load-script.ts';
import type * as Unzipper from './unzipper.ts';

declare global {
  /** Set by the script of that name. */
  var unzipper: typeof Unzipper | undefined;
}

/**
 * Unzips a file of the index: by the browser itself where it can, by a script of 2 KB where it cannot
 * (before Firefox 113 and Safari 16.4).
 *
 * @param script Address of that script.
 * @throws When it is no gzip file, or not whole, or the script does not come.
 */
export async function unzip(file: Uint8Array<ArrayBuffer>, script: string): Promise<Uint8Array> {
  if (globalThis.DecompressionStream) {
    const { readable, writable } = new DecompressionStream('gzip');
    const writer = writable.getWriter();
    // What is wrong with the file is heard where it is read.
    writer.write(file).catch(() => {});
    writer.close().catch(() => {});
    return new Uint8Array(await new Response(readable).arrayBuffer());
  }
  if (!globalThis.unzipper) await loadScript(script);
  if (!globalThis.unzipper) throw new Error('no unzipper');
  return globalThis.unzipper.gunzipSync(file);
}
