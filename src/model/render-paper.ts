import { pathToFileURL } from 'node:url';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { PaperBody } from '../collection/paper.ts';
import type { PaperStructure } from '../collection/paper-structure.ts';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from '../markdown/pipeline.ts';

let processor: ReturnType<typeof createMarkdownProcessor> | undefined;

/**
 * Runs the pipeline over a source's body.
 *
 * The body is put onto the lines it has in its file, so that errors name those.
 *
 * @throws What a plugin throws.
 */
export async function renderPaper({ path, body, bodyLine }: PaperText): Promise<RenderedPaper> {
  processor ??= createMarkdownProcessor({
    syntaxHighlight: false,
    smartypants: false,
    remarkPlugins,
    rehypePlugins,
    remarkRehype: remarkRehypeOptions,
  });
  const text = '\n'.repeat(bodyLine - 1) + body;
  // Without the file's address pictures beside it are not seen.
  const { code, metadata } = await (await processor).render(text, { fileURL: pathToFileURL(path) });
  const { passages, ...structure } = metadata.frontmatter['structure'] as PaperStructure;
  return {
    structure,
    body: { html: code.trim(), passages },
    images: metadata.localImagePaths,
  };
}

/** A body to render. */
export interface PaperText {
  /** Path of its file from the project's root. */
  path: string;
  body: string;
  /** Line in the file on which the body begins, from 1. */
  bodyLine: number;
}

/** What the pipeline makes of a body. */
export interface RenderedPaper {
  structure: Omit<PaperStructure, 'passages'>;
  body: PaperBody;
  /** Pictures beside the paper, as it names them. */
  images: string[];
}
