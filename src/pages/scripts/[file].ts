import type { APIRoute, GetStaticPaths } from 'astro';
import { getArrivalScript } from '../../editions/arrival-script.ts';

export const getStaticPaths = (async () => {
  const { fileName, text } = await getArrivalScript();
  return [{ params: { file: fileName }, props: { text } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
