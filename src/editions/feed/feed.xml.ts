import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { paperAddress, siteAddress } from '../../collection/addresses.ts';
import { describePaper } from '../../collection/describe-paper.ts';
import { distinctTitle } from '../../collection/name-papers.ts';
import { getModel } from '../../model/published-model.ts';

export const GET: APIRoute = async ({ site }) => {
  const { collection, papers } = getModel();
  const { title, description } = collection;
  return rss({
    title,
    description,
    site: site ?? '',
    trailingSlash: false,
    customData: '<language>zh-CN</language>',
    // The newest of a large collection; readers of feeds want what is new, not all of it.
    items: papers.slice(-50).map((paper) => ({
      title: [paper.label, distinctTitle(paper)].filter(Boolean).join('　'),
      description: describePaper(paper),
      link: siteAddress(paperAddress(paper.id), site ?? '').href,
      ...(paper.date && { pubDate: new Date(paper.date) }),
    })),
  });
};
