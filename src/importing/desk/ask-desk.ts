import type { DeskAnswer, DeskFacts, DeskReceipt } from './desk-answer.ts';
import type { ChosenFile } from './list-files.ts';

/** Hands a document in, to be read and shown. */
export function handIn({ file, folder }: ChosenFile): Promise<DeskAnswer> {
  const query = new URLSearchParams({ name: file.name, ...(folder && { folder }) });
  return ask(`/import/read?${query}`, file, { remarks: [], papers: [] });
}

/** Asks for a paper to be written as mended. */
export function putAway(token: string, facts: DeskFacts): Promise<DeskReceipt> {
  return ask('/import/save', JSON.stringify({ token, facts }), {});
}

async function ask<Answer>(address: string, body: Blob | string, without: Answer) {
  try {
    const response = await fetch(address, { method: 'POST', body });
    return { ...without, ...((await response.json()) as Partial<Answer>) };
  } catch {
    return { ...without, failure: '连不上 npm run dev 的服务器。请看看它还在不在，再试一次。' };
  }
}
