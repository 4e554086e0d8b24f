import { createHash } from 'node:crypto';
import type { CollectionModel } from '../../collection/paper.ts';
import { readPaperBody } from '../../model/paper-bodies.ts';
import { unfoldImages } from '../../model/unfold-images.ts';
import type { Book } from './book.ts';
import { buildEpub } from './build-epub.ts';

/**
 * A book must say when it last changed, and no paper need say so. A date of the build would make
 * every build another file.
 */
const MODIFIED = '2000-01-01T00:00:00Z';

/** Makes the EPUB of a collection. */
export async function makeEpub({
  collection,
  papers,
  bodies,
}: CollectionModel): Promise<Uint8Array> {
  const { title, description } = collection;
  const content = {
    title,
    description,
    modified: MODIFIED,
    papers: await Promise.all(
      papers.map(async (paper) => ({
        label: paper.label,
        title: paper.title,
        topic: paper.topic ?? '',
        html: unfoldImages((await readPaperBody(bodies, paper.digest)).html),
        outline: paper.outline,
      })),
    ),
  };
  return buildEpub({ identifier: identify(content), ...content });
}

/**
 * Names a book by what is in it: reading systems take two files of one identifier for one book, and
 * would go on showing the old one. A UUID of version 8 (RFC 9562 §5.8), the same from the same content.
 */
function identify(content: Omit<Book, 'identifier'>): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const [, ...groups] = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(hash.toString('hex')) ?? [];
  return `urn:uuid:${groups.join('-')}`;
}
