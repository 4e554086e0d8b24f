import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { sync } from 'astro';
import { getModel } from '../../model/published-model.ts';
import { makeCollectionDocx, makePaperDocx } from './make-docx.ts';

/**
 * `npm run docx -- [--out folder] [id…]`: writes the documents of the papers named, or the one of the
 * whole collection when none is. For collections too large to have them made at every build.
 */
async function writeDocuments(): Promise<void> {
  const { values, positionals: ids } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: 'docx' } },
  });
  await sync({ logLevel: 'error' });
  const model = getModel();
  const root = pathToFileURL(`${process.cwd()}/`);
  const unknown = ids.filter((id) => model.papers.every((paper) => paper.id !== id));
  if (unknown.length > 0) {
    throw new Error(
      `没有这样的文稿：${unknown.join('、')}。请写 content/papers 里的文件名，不带 .md。`,
    );
  }
  if (ids.length === 0) {
    const name = `${model.collection.shortTitle}.docx`;
    await write(join(values.out, name), await makeCollectionDocx(model, root));
  }
  for (const paper of model.papers.filter(({ id }) => ids.includes(id))) {
    await write(join(values.out, `${paper.id}.docx`), await makePaperDocx(model, paper, root));
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Whole or not at all.
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
  console.log(`${path} ${Math.ceil(bytes.length / 1024)} KB`);
}

try {
  await writeDocuments();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
