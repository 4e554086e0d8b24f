import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressFiles } from '../../src/hosting/compress-files.ts';
import { cacheControl, contentType, hostHeaders } from '../../src/hosting/host-headers.ts';
import { writeNginxConfig } from '../../src/hosting/write-nginx-config.ts';
import { ask } from '../hosting/ask.ts';
import { makeSite, type Site } from '../hosting/make-site.ts';

/*
 * A real nginx with the very configuration we write, changed only where it tells the administrator to.
 */

/** Debian keeps it where only root's PATH leads. */
const ENV = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/usr/local/sbin` };

let site: Site;
beforeAll(async () => {
  if (spawnSync('nginx', ['-v'], { env: ENV }).error) {
    throw new Error('These tests need nginx: apt-get install nginx');
  }
  site = await makeSite();
  // Started by root, nginx reads the files as another user.
  await chmod(site.folder, 0o755);
});
afterAll(() => site?.remove());

describe('at the root of an address', () => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await startNginx('root', (config) =>
      edit(config, 'root /var/www/yantao;', `root "${site.root}";`),
    );
  });
  afterAll(() => nginx?.stop());

  test('is accepted without a warning', () => {
    expect(nginx.checked).toMatch(/test is successful/);
    expect(nginx.checked).not.toMatch(/warn|error|emerg|alert/);
  });

  test('sends every file with the headers promised', () => expectSite(nginx.port, '/', site));

  test('sends the compressed file, its very bytes', () => expectCompressed(nginx.port, '/', site));

  test('answers 404 with our page', () => expectMissing(nginx.port, '/', site));

  test('lists no folder', () => expectNoList(nginx.port, '/'));

  test('gives away nothing outside the folder', async () => {
    for (const path of ['/../secret.txt', '/..%2fsecret.txt', '/..%2f..%2fetc/passwd', '/%ff']) {
      const { status, body } = await ask(nginx.port, path);
      expect([path, [400, 404].includes(status)]).toEqual([path, true]);
      expect(body.toString()).not.toMatch(/secret|root:/);
    }
  });

  test('answers that nothing changed, with the headers', async () => {
    const { headers } = await ask(nginx.port, '/index.html');
    const again = await ask(nginx.port, '/index.html', {
      'If-None-Match': String(headers['etag']),
    });
    expect(again.status).toBe(304);
    expect(again.headers['cache-control']).toBe('no-cache');
  });
});

describe('under a folder of an address', () => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await startNginx('alias', (config) => {
      const moved = edit(config, 'location / {', 'location /yantao/ {');
      const aliased = edit(moved, 'root /var/www/yantao;', `alias "${site.root}/";`);
      return edit(aliased, '=404 /404.html', '=404 /yantao/404.html');
    });
  });
  afterAll(() => nginx?.stop());

  test('sends every file with the headers promised', () =>
    expectSite(nginx.port, '/yantao/', site));

  test('sends the compressed file, its very bytes', () =>
    expectCompressed(nginx.port, '/yantao/', site));

  test('answers 404 with our page', () => expectMissing(nginx.port, '/yantao/', site));

  test('lists no folder', () => expectNoList(nginx.port, '/yantao/'));
});

describe('over HTTPS', () => {
  let nginx: Nginx;
  beforeAll(async () => {
    const key = join(site.folder, 'key.pem');
    const certificate = join(site.folder, 'certificate.pem');
    const made = spawnSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
      ].concat(['-subj', '/CN=localhost', '-days', '1', '-keyout', key, '-out', certificate]),
      { encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`openssl makes no certificate: ${made.stderr}`);
    const secure = await findPort();
    nginx = await startNginx('https', (config) =>
      edit(
        edit(config, 'root /var/www/yantao;', `root "${site.root}";`),
        'server_name _;',
        `listen ${secure} ssl; ssl_certificate ${certificate}; ssl_certificate_key ${key};`,
      ),
    );
    nginx.port = secure;
  });
  afterAll(() => nginx?.stop());

  test('sends what needs HTTPS as well, on pages and on what is missing', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/_astro/main.BMB3tk4L.css', 200],
      ['/nope.html', 404],
    ] as const) {
      const asked = get({ port: nginx.port, path, rejectUnauthorized: false, agent: false });
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      expect([path, response.statusCode]).toEqual([path, status]);
      for (const { name, value } of hostHeaders) {
        expect([name, response.headers[name.toLowerCase()]]).toEqual([name, value]);
      }
      response.destroy();
    }
  });
});

describe.runIf(existsSync('dist/index.html'))('with the built site', () => {
  let nginx: Nginx;
  let built: Pick<Site, 'root' | 'paths'>;
  beforeAll(async () => {
    const root = join(site.folder, 'dist');
    await cp('dist', root, { recursive: true });
    await compressFiles(root);
    const files = await readdir(root, { recursive: true, withFileTypes: true });
    const paths = files
      .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
    built = { root, paths };
    nginx = await startNginx('built', (config) =>
      edit(config, 'root /var/www/yantao;', `root "${root}";`),
    );
  });
  afterAll(() => nginx?.stop());

  test('sends every file with the headers promised', () => expectSite(nginx.port, '/', built));

  test('sends the compressed file, its very bytes', () => expectCompressed(nginx.port, '/', built));

  test('answers 404 with our page', () => expectMissing(nginx.port, '/', built));
});

async function expectSite(port: number, base: string, { root, paths }: SiteFiles): Promise<void> {
  expect((await ask(port, base)).body.equals(await readFile(join(root, 'index.html')))).toBe(true);
  for (const path of paths) {
    const { status, headers, body } = await ask(port, encodeURI(base + path));
    expect([path, status]).toEqual([path, 200]);
    expect([path, headers['content-type']]).toEqual([path, contentType(path)]);
    expect([path, headers['cache-control']]).toEqual([path, cacheControl(`/${path}`)]);
    expect([path, headers['content-encoding']]).toEqual([path, undefined]);
    expectHeaders(headers);
    expect(body.equals(await readFile(join(root, path)))).toBe(true);
  }
}

async function expectCompressed(port: number, base: string, { root }: SiteFiles): Promise<void> {
  const files = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.gz'));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const path = file.slice(0, -'.gz'.length);
    const { headers, body } = await ask(port, encodeURI(base + path), {
      'Accept-Encoding': 'gzip, br',
    });
    expect([path, headers['content-encoding']]).toEqual([path, 'gzip']);
    expect([path, headers['content-type']]).toEqual([path, contentType(path)]);
    expect([path, headers['cache-control']]).toEqual([path, cacheControl(`/${path}`)]);
    expect(headers['vary']).toBe('Accept-Encoding');
    expectHeaders(headers);
    expect(body.equals(await readFile(join(root, file)))).toBe(true);
  }
}

async function expectMissing(port: number, base: string, { root }: SiteFiles): Promise<void> {
  const page = await readFile(join(root, '404.html'));
  for (const path of ['nope.html', 'papers/nope.html', '_astro/gone.BMB3tk4L.css', 'nope.epub']) {
    const { status, headers, body } = await ask(port, base + path);
    expect([path, status]).toEqual([path, 404]);
    expect(body.equals(page)).toBe(true);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expectHeaders(headers);
  }
}

async function expectNoList(port: number, base: string): Promise<void> {
  for (const path of ['papers/', '_astro/', 'search/words/']) {
    const { status, body } = await ask(port, base + path);
    expect([path, status]).toEqual([path, 404]);
    expect(body.toString()).toContain('没有这一页');
  }
  const { status, headers } = await ask(port, `${base}papers`);
  expect(status).toBe(301);
  expect(headers['location']).toBe(`${base}papers/`);
}

/** Over plain HTTP, those that need HTTPS are not sent. */
function expectHeaders(headers: Readonly<Record<string, unknown>>): void {
  for (const { name, value, needs } of hostHeaders) {
    const expected = needs === 'nothing' ? value : undefined;
    expect([name, headers[name.toLowerCase()]]).toEqual([name, expected]);
  }
}

/** Starts nginx on a free port, in a folder of its own, with what an administrator changes. */
async function startNginx(name: string, change: (config: string) => string): Promise<Nginx> {
  const port = await findPort();
  const prefix = join(site.folder, `nginx-${name}`);
  await mkdir(prefix);
  const config = edit(change(writeNginxConfig()), 'listen 80;', `listen ${port};`);
  await writeFile(join(prefix, 'site.conf'), config);
  await writeFile(
    join(prefix, 'nginx.conf'),
    `pid nginx.pid;
error_log stderr crit;
worker_processes 1;
events {}
http {
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include site.conf;
}
`,
  );
  const args = ['-p', prefix, '-c', 'nginx.conf', '-e', 'stderr'];
  const { stderr } = spawnSync('nginx', ['-t', ...args], { env: ENV, encoding: 'utf8' });
  const child = spawn('nginx', [...args, '-g', 'daemon off;'], { env: ENV, stdio: 'inherit' });
  await waitForAnswer(port, child);
  return {
    port,
    checked: stderr,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
      await rm(prefix, { recursive: true });
    },
  };
}

async function waitForAnswer(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await ask(port, '/').catch(() => undefined);
    if (answer) return;
    await wait(50);
  }
  throw new Error('nginx does not start with our configuration; see above');
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** What the configuration tells the administrator to change must be there to change. */
function edit(config: string, from: string, to: string): string {
  const lines = config.split('\n').filter((line) => !line.trimStart().startsWith('#'));
  const matching = lines.filter((line) => line.includes(from));
  if (matching.length !== 1) throw new Error(`${matching.length} lines with: ${from}`);
  return lines.map((line) => line.replace(from, () => to)).join('\n');
}

type SiteFiles = Pick<Site, 'root' | 'paths'>;

interface Nginx {
  port: number;
  /** What `nginx -t` said. */
  checked: string;
  stop: () => Promise<void>;
}
