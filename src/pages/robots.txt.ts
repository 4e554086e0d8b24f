import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ site }) => {
  const sitemap = site ? `\nSitemap: ${new URL('sitemap-index.xml', site)}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
