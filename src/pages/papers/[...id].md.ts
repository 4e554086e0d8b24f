import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { editions, isMade } from '../../editions/editions.ts';
import { getModel } from '../../model/published-model.ts';

export const getStaticPaths = (async () => {
  const { papers } = getModel();
  if (!isMade(editions.markdown, papers)) return [];
  return papers.map(({ id, file }) => ({ params: { id }, props: { file } }));
}) satisfies GetStaticPaths;

/** The very file the editor wrote. */
export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(props.file)), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
