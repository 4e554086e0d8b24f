import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Written compressed; a host leaves them as they are. */
const COMPRESSED = /\.(?:pf_\w+|pagefind|gz_\w+)$/;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/**
 * Serves a folder as a host with compression does, and keeps account of what it sends: workers of a
 * page ask for files too, which the page's own network log does not tell.
 */
export async function serveCompressed(folder: string): Promise<CountingServer> {
  const sent = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname);
    try {
      const content = await readFile(join(folder, path));
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      const isReady = COMPRESSED.test(path);
      if (!isReady) response.setHeader('Content-Encoding', 'br');
      const body = isReady ? content : brotliCompressSync(content, { params });
      sent.set(path, (sent.get(path) ?? 0) + body.length);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, sent, close: () => server.close() };
}

/** A running server. */
export interface CountingServer {
  origin: string;
  /** Bytes of bodies sent, by path; may be cleared. */
  sent: Map<string, number>;
  close: () => void;
}
