import type { APIRoute, GetStaticPaths } from 'astro';
import { isLarge } from '../../collection/is-large.ts';
import { getModel } from '../../model/published-model.ts';
import { getOutlineScript } from '../../scripts/outline-script.ts';
import { getReaderScript } from '../../scripts/reader-script.ts';
import { getTitlesScript } from '../../scripts/titles-script.ts';
import { getUnzipperScript } from '../../scripts/unzipper-script.ts';
import { getViewsScript } from '../../scripts/views-script.ts';

export const getStaticPaths = (async () => {
  const { papers } = getModel();
  const scripts = await Promise.all([
    getReaderScript(),
    getViewsScript(),
    getUnzipperScript(),
    getOutlineScript('paper'),
    getOutlineScript('folding'),
    ...(isLarge(papers) ? [getTitlesScript()] : []),
  ]);
  return scripts.map(({ fileName, text }) => ({ params: { file: fileName }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
