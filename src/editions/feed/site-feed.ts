import type { SitemapOptions } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { siteAddress } from '../../collection/addresses.ts';

/**
 * Astro integration: adds the feed where the site's address is known, which every entry must name.
 */
export function siteFeed(): AstroIntegration {
  return {
    name: 'site-feed',
    hooks: {
      'astro:config:setup': ({ config, command, injectRoute, logger }) => {
        if (config.site) {
          injectRoute({ pattern: '/feed.xml', entrypoint: './src/editions/feed/feed.xml.ts' });
        } else if (command === 'build') {
          logger.info('SITE_URL is not set: no feed, sitemap or canonical links');
        }
      },
    },
  };
}

/**
 * What the sitemap integration needs to be told.
 *
 * @param site Address of the site's root.
 */
export function describeSitemap(site: string): SitemapOptions {
  return {
    // What is not to be indexed: the search page and the portable edition.
    filter: (page) =>
      /(?:^[^/]+\/\/[^/]+\/|\/(?:papers\/[^/]+|lists\/.+|outline(?:-\d+)?|terms))$/.test(page),
    serialize: (item) => {
      const { pathname } = new URL(item.url);
      // In `format: 'file'` the integration leaves the ending out, and the address would be a 404.
      const path = /\/$|\.html$/.test(pathname) ? pathname : `${pathname}.html`;
      return { ...item, url: siteAddress(path, site).href };
    },
  };
}
