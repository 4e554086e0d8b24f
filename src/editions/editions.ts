/** ECMA-376 part 2, annex F; registered with IANA. */
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The forms the papers can be taken away in: a row each. The home page lists them, the hosts learn their
 * types, and the service worker what to leave. What makes them stands in `write-editions.ts`, but for
 * those that are routes of the site.
 */
export const editions: Readonly<Record<EditionName, Edition>> = {
  portable: {
    label: '单文件版',
    note: '一个网页文件，可以转发、存盘，不用上网',
    ending: 'html',
    type: 'text/html; charset=utf-8',
    of: 'collection',
    // Some 300 papers of usual length, or 2 MB of HTML.
    maxCharacters: 500_000,
    isKeptOffline: false,
  },
  epub: {
    label: '电子书',
    note: 'EPUB，在阅读软件里看',
    ending: 'epub',
    type: 'application/epub+zip',
    of: 'collection',
    maxCharacters: 500_000,
    isKeptOffline: false,
  },
  docx: {
    label: 'Word 文档',
    note: '公文格式，用 Word、WPS 打开',
    ending: 'docx',
    type: DOCX,
    of: 'collection',
    maxCharacters: 500_000,
    isKeptOffline: false,
  },
  paperDocx: {
    label: 'Word 文档',
    note: '公文格式，用 Word、WPS 打开',
    ending: 'docx',
    type: DOCX,
    of: 'paper',
    // `npm run docx` makes them of larger collections.
    maxCharacters: 500_000,
    isKeptOffline: false,
  },
  markdown: {
    label: 'Markdown 原文',
    note: '编辑写的那一份文件',
    ending: 'md',
    type: 'text/markdown; charset=utf-8',
    of: 'paper',
    // Of thousands of papers it would be a quarter of the site, and half of its files.
    maxCharacters: 2_000_000,
    isKeptOffline: false,
  },
};

/** Whether a collection is small enough for an edition to be made. */
export function isMade(
  { maxCharacters }: Edition,
  papers: readonly { characters: number }[],
): boolean {
  return papers.reduce((sum, { characters }) => sum + characters, 0) <= maxCharacters;
}

/** The editions that are made of each paper of a collection. */
export function listPaperEditions(papers: readonly { characters: number }[]): Edition[] {
  return Object.values(editions).filter(
    (edition) => edition.of === 'paper' && isMade(edition, papers),
  );
}

/**
 * Address of an edition's file, from the site's root.
 *
 * @param name Of the collection, or the id of the paper.
 */
export function editionAddress({ of, ending }: Edition, name: string): string {
  return `${of === 'paper' ? '/papers/' : '/'}${encodeURI(name)}.${ending}`;
}

export type EditionName = 'portable' | 'epub' | 'docx' | 'paperDocx' | 'markdown';

/** A form the papers can be taken away in. */
export interface Edition {
  /** What readers call it. */
  label: string;
  /** What it is, for readers, in a few words. */
  note: string;
  /** Of its files' names, without a dot. */
  ending: string;
  /** Content type of its files. */
  type: string;
  /** What one of its files holds. */
  of: 'collection' | 'paper';
  /** It is made of collections up to this size, in 字. */
  maxCharacters: number;
  /** Whether a site saved for reading without a network holds it. */
  isKeptOffline: boolean;
}
