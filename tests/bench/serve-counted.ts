import type { AddressInfo } from 'node:net';
import { serveFolder } from '../../src/hosting/serve-folder.ts';

/**
 * Serves a built site as `npm start` does, and keeps account of what it sends: workers of a page ask
 * for files too, which the page's own network log does not tell.
 */
export async function serveCounted(dist: string): Promise<CountedServer> {
  const server = await serveFolder(dist, 0);
  const sent: Sent[] = [];
  server.prependListener('request', ({ url = '', socket }, response) => {
    const before = socket.bytesWritten;
    response.on('finish', () => sent.push({ url, bytes: socket.bytesWritten - before }));
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A running server. */
export interface CountedServer {
  origin: string;
  /** What was sent; may be emptied. */
  sent: Sent[];
  close: () => void;
}

/** An answer to a request, headers included. */
export interface Sent {
  url: string;
  bytes: number;
}
