import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { PaperStructure } from '../../../src/collection/paper-structure.ts';
import {
  rehypePlugins,
  remarkPlugins,
  remarkRehypeOptions,
} from '../../../src/markdown/pipeline.ts';

const processor = await createMarkdownProcessor({
  syntaxHighlight: false,
  smartypants: false,
  remarkPlugins,
  rehypePlugins,
  remarkRehype: remarkRehypeOptions,
});

/** Renders a body as Astro does, through the same processor and the same lists of plugins. */
export async function processPaper(
  body: string,
): Promise<{ html: string; structure: PaperStructure }> {
  const { code, metadata } = await processor.render(body);
  return { html: `${code.trim()}\n`, structure: metadata.frontmatter['structure'] };
}
