import { createHash } from 'node:crypto';
import type { CollectionModel, Paper } from '../../collection/paper.ts';
import { readPaperBody } from '../../model/paper-bodies.ts';
import { unfoldImages } from '../../model/unfold-images.ts';
import { toChineseNumeral } from '../../text/chinese-numerals.ts';
import type { Book } from './book.ts';
import { buildEpub } from './build-epub.ts';
import { drawCover } from './draw-cover.ts';

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
  const { title, shortTitle, author, description } = collection;
  const content = {
    title,
    // Shelves sort by it, and would else say that it is not known.
    creator: author ?? shortTitle,
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
  const cover = await drawCover(title, describeContent(papers, author));
  return buildEpub({ identifier: identify(content), ...content, cover });
}

/** What the cover says besides the title. */
function describeContent(papers: readonly Paper[], author: string | undefined): string[] {
  const count = papers.length > 99 ? papers.length : toChineseNumeral(papers.length);
  const months = papers.flatMap(({ date }) => date?.slice(0, 7) ?? []).sort();
  const [first, last] = [months.at(0), months.at(-1)].map(writeMonth);
  const dates = first === last ? first : `${first}—${last}`;
  return [author, `共${count}篇`, dates].filter((fact) => fact !== undefined);
}

/** @param month As `2023-03`. */
function writeMonth(month: string | undefined): string | undefined {
  const [year, number] = month?.split('-') ?? [];
  return year && `${year}年${Number(number)}月`;
}

/**
 * Names a book by what is in it: reading systems take two files of one identifier for one book, and
 * would go on showing the old one. A UUID of version 8 (RFC 9562 §5.8), the same from the same content.
 */
function identify(content: Omit<Book, 'identifier' | 'cover'>): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const [, ...groups] = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(hash.toString('hex')) ?? [];
  return `urn:uuid:${groups.join('-')}`;
}
