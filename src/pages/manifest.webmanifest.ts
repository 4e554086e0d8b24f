import type { APIRoute } from 'astro';
import { getModel } from '../model/published-model.ts';
import { site } from '../site.ts';

export const GET: APIRoute = async () => {
  const { title, shortTitle, description } = getModel().collection;
  return Response.json({
    name: title,
    short_name: shortTitle,
    description,
    lang: 'zh-CN',
    start_url: './',
    display: 'minimal-ui',
    background_color: site.themeColor.light,
    theme_color: site.themeColor.light,
    icons: [
      { src: 'icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: 'icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: 'icon-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  });
};
