import type { APIRoute, GetStaticPaths } from 'astro';
import { getParallelPacks } from '../../study/parallels.ts';

export const getStaticPaths = (async () => {
  const { scripts } = await getParallelPacks();
  return scripts.map(({ fileName, text }) => ({ params: { file: fileName }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
