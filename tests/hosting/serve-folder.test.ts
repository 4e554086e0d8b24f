import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rename, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheControl, contentType, hostHeaders } from '../../src/hosting/host-headers.ts';
import { serveFolder } from '../../src/hosting/serve-folder.ts';
import { ask } from './ask.ts';
import { makeSite, type Site } from './make-site.ts';

let site: Site;
let server: Server;
let port: number;
beforeAll(async () => {
  site = await makeSite();
  server = await serveFolder(site.root, 0);
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.close();
  await site.remove();
});

test('sends every file with the headers promised', async () => {
  for (const path of site.paths) {
    const { status, headers, body } = await ask(port, `/${encodeURI(path)}`);
    expect([path, status]).toEqual([path, 200]);
    expect(headers['content-type']).toBe(contentType(path));
    expect(headers['cache-control']).toBe(cacheControl(`/${path}`));
    expect(headers['content-encoding']).toBeUndefined();
    for (const { name, value, needs } of hostHeaders) {
      expect(headers[name.toLowerCase()]).toBe(needs === 'https' ? undefined : value);
    }
    expect(body.equals(await readFile(join(site.root, path)))).toBe(true);
  }
});

test('sends index.html for the root', async () => {
  const { status, headers, body } = await ask(port, '/');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['cache-control']).toBe('no-cache');
  expect(body.toString()).toContain('目录');
});

test('sends the compressed file the browser can read, its very bytes', async () => {
  for (const [accepted, encoding, extension] of [
    ['gzip, deflate, br', 'br', '.br'],
    ['gzip', 'gzip', '.gz'],
    ['identity', undefined, ''],
  ] as const) {
    for (const path of ['index.html', '_astro/main.BMB3tk4L.css']) {
      const { headers, body } = await ask(port, `/${path}`, { 'Accept-Encoding': accepted });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers['content-type']).toBe(contentType(path));
      expect(headers['cache-control']).toBe(cacheControl(`/${path}`));
      expect(headers['vary']).toBe('Accept-Encoding');
      expect(body.equals(await readFile(join(site.root, path + extension)))).toBe(true);
    }
  }
});

test('answers that nothing changed, with what RFC 9110 §15.4.5 asks of that', async () => {
  const { headers } = await ask(port, '/index.html');
  const again = await ask(port, '/index.html', { 'If-None-Match': String(headers['etag']) });
  expect(again.status).toBe(304);
  expect(again.headers['cache-control']).toBe('no-cache');
  expect(again.headers['vary']).toBe('Accept-Encoding');
  expect(again.body).toHaveLength(0);
});

test('answers 404 with our page, kept by nobody', async () => {
  const page = await readFile(join(site.root, '404.html'));
  for (const path of [
    '/nope.html',
    '/papers/nope.html',
    '/papers/',
    '/papers',
    '/index.html/',
    '/index.html%3Fa',
    '/index.html%23a',
    '/index%00.html',
    '/_astro/gone.BMB3tk4L.css',
    '/constructor',
    '/__proto__',
  ]) {
    const { status, headers, body } = await ask(port, path);
    expect([path, status]).toEqual([path, 404]);
    expect(body.equals(page)).toBe(true);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('gives away nothing outside the folder', async () => {
  for (const path of [
    '/../secret.txt',
    '/papers/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/../site-secret/secret.txt',
    '/..%2fsite-secret%2fsecret.txt',
    '/..%2f..%2fetc/passwd',
    `/..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd`,
    `//${site.folder}/secret.txt`,
  ]) {
    const { status, body } = await ask(port, path);
    expect([path, status]).toEqual([path, 404]);
    expect(body.toString()).toContain('没有这一页');
  }
});

test('survives what is no address, no range and no request', async () => {
  for (const path of ['/%ff', '/%', '/%zz.html', '/papers/%E4%B8.html']) {
    expect((await ask(port, path)).status).toBe(400);
  }
  for (const range of ['bytes=5-2', 'bytes=-', 'bytes=99999999-', 'x']) {
    expect((await ask(port, '/index.html', { Range: range })).status).toBe(200);
  }
  for (const line of ['GET constructor HTTP/1.1', 'GET http://a/%ff HTTP/1.1', 'GET * HTTP/1.1']) {
    const socket = connect(port, 'localhost');
    socket.write(`${line}\r\nHost: a\r\nConnection: close\r\n\r\n`);
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toMatch(/^HTTP\/1\.1 40[04] /);
    socket.destroy();
  }
  expect((await ask(port, '/')).status).toBe(200);
});

test('goes on while the site is built anew', async () => {
  const other = await makeSite();
  const rebuilt = await serveFolder(other.root, 0);
  const { port: at } = rebuilt.address() as AddressInfo;
  await rm(other.root, { recursive: true });
  expect((await ask(at, '/')).status).toBe(404);
  rebuilt.close();
  await other.remove();
});

describe('under a base path', () => {
  const base = encodeURI('/深 层/site/');
  let deep: Server;
  let at: number;
  beforeAll(async () => {
    deep = await serveFolder(site.root, 0, '/深 层/site/');
    at = (deep.address() as AddressInfo).port;
  });
  afterAll(() => deep.close());

  test('sends the same files with the same headers', async () => {
    for (const path of ['', ...site.paths]) {
      const { status, headers, body } = await ask(at, base + encodeURI(path));
      expect([path, status]).toEqual([path, 200]);
      expect(headers['cache-control']).toBe(cacheControl(`/${path}`));
      expect(body.equals(await readFile(join(site.root, path || 'index.html')))).toBe(true);
    }
  });

  test('sends whoever leaves out the last slash to the address with it', async () => {
    const { status, headers } = await ask(at, base.slice(0, -1));
    expect(status).toBe(301);
    expect(headers['location']).toBe(base);
  });

  test('has nothing beside it', async () => {
    for (const path of ['/', '/index.html', `${base}../../index.html`, `${base}..%2fsite/`]) {
      expect([path, (await ask(at, path)).status]).toEqual([path, 404]);
    }
  });
});

describe('npm start', () => {
  const script = resolve('src/hosting/serve.ts');

  test('says in one line that there is no site yet', async () => {
    const { code, output } = await run(site.folder, '0');
    expect(code).toBe(1);
    expect(output).toMatch(/^没有可打开的网站：请先执行 npm run build.*\n$/);
  });

  test('says in one line that the port is taken', async () => {
    const other = await makeSite();
    await rename(other.root, join(other.folder, 'dist'));
    const { code, output } = await run(other.folder, String(port));
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`^端口 ${port} 已被占用：.*\n$`));
    await other.remove();
  });

  async function run(cwd: string, to: string): Promise<{ code: number; output: string }> {
    const child = spawn(process.execPath, [script], { cwd, env: { ...process.env, PORT: to } });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, output };
  }
});
