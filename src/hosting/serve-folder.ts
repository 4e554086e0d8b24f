import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { cacheControl, contentType, hostHeaders, REVALIDATED } from './host-headers.ts';

/**
 * Serves a built site to this computer, with the headers the other hosts are told to send and the
 * compressed files beside the originals. `Strict-Transport-Security` is left out: RFC 6797 §7.2 forbids
 * it over plain HTTP.
 *
 * @param folder The built site; it may be built anew meanwhile.
 * @param port 0 takes any that is free.
 * @param base Where in the address the site stands: decoded, with a slash at either end.
 * @returns The server, once it listens.
 * @throws When it cannot listen: `EADDRINUSE` where the port is taken.
 */
export async function serveFolder(folder: string, port: number, base = '/'): Promise<Server> {
  const send = sirv(folder, { dev: true, etag: true, brotli: true, gzip: true, extensions: [] });
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const { name, value, needs } of hostHeaders) {
      if (needs !== 'https') response.setHeader(name, value);
    }
    const path = readPath(request.url ?? '');
    if (path === undefined) {
      response.writeHead(400).end();
      return;
    }
    // Without the slash, relative addresses would be taken from the folder above.
    if (`${path}/` === base) {
      response.writeHead(301, { Location: encodeURI(base) }).end();
      return;
    }
    const isInside = path.startsWith(base) && !path.split(/[/\\]/).includes('..');
    if (!isInside) {
      await answerMissing(response);
      return;
    }
    const file = path.slice(base.length - 1).replace(/\/$/, '/index.html');
    // sirv takes a decoded address apart at ? and #, which may stand in a file's name.
    request.url = encodeURI(file).replace(/[?#]/g, encodeURIComponent);
    // Ranges are optional (RFC 9110 §14.2), and sirv throws at one that ends before it starts.
    delete request.headers.range;
    response.setHeader('Content-Type', contentType(file));
    response.setHeader('Cache-Control', cacheControl(file));
    response.setHeader('Vary', 'Accept-Encoding');
    send(request, response, () => answerMissing(response));
  }

  async function answerMissing(response: ServerResponse): Promise<void> {
    // While the site is built anew there is none.
    const page = await readFile(join(folder, '404.html')).catch(() => '');
    response.writeHead(404, {
      'Content-Type': contentType('404.html'),
      'Cache-Control': REVALIDATED,
    });
    response.end(page);
  }

  server.listen(port, 'localhost');
  await once(server, 'listening');
  return server;
}

/** The path of an address, decoded; `undefined` where it cannot be. */
function readPath(url: string): string | undefined {
  const [path = ''] = url.split('?', 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
