import type { APIRoute, GetStaticPaths } from 'astro';
import { getPaperFonts } from '../../fonts/paper-fonts.ts';

export const getStaticPaths = (async () => {
  const { faces, stylesheet } = await getPaperFonts();
  return [
    {
      params: { file: stylesheet.fileName },
      props: { content: stylesheet.text, type: 'text/css; charset=utf-8' },
    },
    ...faces.map(({ fileName, bytes }) => ({
      params: { file: fileName },
      props: { content: bytes, type: 'font/woff2' },
    })),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ content: string | Uint8Array<ArrayBuffer>; type: string }> = ({
  props,
}) => new Response(props.content, { headers: { 'Content-Type': props.type } });
