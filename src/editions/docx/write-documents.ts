import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sync } from 'astro';
import { getModel } from '../../model/published-model.ts';
import { makeCollectionDocx, makePaperDocx } from './describe-papers.ts';

const FOLDER = 'docx';

/** Writes the documents that the command line names, or the collection's when it names none. */
async function writeDocuments(ids: readonly string[]): Promise<void> {
  await sync({ logLevel: 'error' });
  const model = getModel();
  const unknown = ids.filter((id) => model.papers.every((paper) => paper.id !== id));
  if (unknown.length > 0) {
    throw new Error(
      `没有这样的文稿：${unknown.join('、')}。请写 content/papers 里的文件名，不带 .md。`,
    );
  }
  if (ids.length === 0) {
    await write(`${model.collection.shortTitle}.docx`, await makeCollectionDocx(model));
  }
  for (const paper of model.papers.filter(({ id }) => ids.includes(id))) {
    await write(`${paper.id}.docx`, await makePaperDocx(model, paper));
  }
}

async function write(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(FOLDER, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  console.log(`${path}  ${Math.ceil(bytes.length / 1024)} KB`);
}

try {
  await writeDocuments(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
