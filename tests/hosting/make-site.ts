import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compressFiles } from '../../src/hosting/compress-files.ts';

const TEXT = '敢于直面问题、勇于深刻剖析、善于总结提炼、敏于推动落实。'.repeat(60);

/** A file of every kind a built site has, by its path. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'index.html': `<!doctype html><title>目录</title>${TEXT}`,
  '404.html': `<!doctype html><title>没有这一页</title>${TEXT}`,
  'papers/一 稿.html': `<!doctype html><title>一</title>${TEXT}`,
  // Looks as if it bore a hash, and is a page all the same.
  'papers/05-shizhi-bianxiu.html': `<!doctype html><title>五</title>${TEXT}`,
  '_astro/main.BMB3tk4L.css': `/* ${TEXT} */`,
  'fonts/faces.c4081b85.css': `/* ${TEXT} */`,
  'fonts/body.0ed0903d.woff2': Buffer.alloc(2000),
  'scripts/reader-ee697f2d.js': `/* ${TEXT} */`,
  'parallels/0-56a6e3c9.js': `/* ${TEXT} */`,
  'search/manifest-56a6e3c9.gz_json': gzipSync(TEXT),
  'search/words/0-56a6e3c9.gz_words': gzipSync(TEXT),
  'search/ends/0-56a6e3c9.gz_ends': gzipSync(TEXT),
  'search/texts/0-56a6e3c9.gz_json': gzipSync(TEXT),
  'search/pinyin-56a6e3c9.gz_json': gzipSync(TEXT),
  'search/texts-5b14e5ee.js': `/* ${TEXT} */`,
  'manifest.webmanifest': JSON.stringify({ name: TEXT }),
  'sw.js': `/* ${TEXT} */`,
  'feed.xml': `<?xml version="1.0"?><feed>${TEXT}</feed>`,
  'sitemap-index.xml': `<?xml version="1.0"?><urlset>${TEXT}</urlset>`,
  'robots.txt': 'User-agent: *\nAllow: /\n',
  'icon.svg': `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${TEXT} --></svg>`,
  'icon-180.png': Buffer.alloc(2000),
  '研讨材料.html': `<!doctype html><title>单文件版</title>${TEXT}`,
  'papers/05-shizhi-bianxiu.md': TEXT,
  '研讨材料.epub': Buffer.alloc(2000),
};

/** Makes a folder of its own, with a small built and compressed site in it, and a secret beside it. */
export async function makeSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  const root = join(folder, 'site');
  for (const [path, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  await compressFiles(root);
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await mkdir(join(folder, 'site-secret'));
  await writeFile(join(folder, 'site-secret', 'secret.txt'), 'secret');
  return { folder, root, paths: Object.keys(FILES), remove: () => rm(folder, { recursive: true }) };
}

/** A small built site. */
export interface Site {
  /** Holds the site and what no server may give away. */
  folder: string;
  root: string;
  /** Its files, without the compressed ones. */
  paths: string[];
  remove: () => Promise<void>;
}
