import type { APIRoute, GetStaticPaths } from 'astro';
import { getReaderScript } from '../../scripts/reader-script.ts';

export const getStaticPaths = (async () => {
  const { fileName, text } = await getReaderScript();
  return [{ params: { file: fileName }, props: { text } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
