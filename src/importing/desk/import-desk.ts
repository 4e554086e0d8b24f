import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { describeFailure } from '../import-documents.ts';
import { type MadePaper, makePapers } from '../make-papers.ts';
import { PaperShelf } from '../paper-shelf.ts';
import { parseDate } from '../parse-date.ts';
import { MAX_FILE_BYTES, readDocument } from '../read-document.ts';
import { countPaper, outlineLines } from '../report/count-paper.ts';
import { groupRemarks } from '../report/group-remarks.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { DeskAnswer, DeskFacts, DeskPaper, DeskReceipt } from './desk-answer.ts';

const ROUTE = '/import';

/**
 * Astro integration: while developing, a page that takes documents by drag and drop, shows what would
 * become of them, and writes papers. Nothing of it is in the built site.
 */
export function importDesk(): AstroIntegration {
  const waiting = new Map<string, { paper: MadePaper; name: string }>();
  let folder = '';
  return {
    name: 'import-desk',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute }) => {
        folder = fileURLToPath(new URL('content/papers/', config.root));
        if (command !== 'dev') return;
        const entrypoint = new URL('./import.astro', import.meta.url);
        injectRoute({ pattern: ROUTE, entrypoint, prerender: true });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
          if (request.method !== 'POST' || !pathname.startsWith(`${ROUTE}/`)) {
            next();
            return;
          }
          const answered = !isOwn(request)
            ? Promise.reject(new UnreadableFile('只能从本机的导入页上写。'))
            : pathname === `${ROUTE}/read`
              ? handIn(request, searchParams, folder, waiting)
              : putAway(request, folder, waiting);
          answered
            .catch((error): DeskReceipt => ({ failure: describeFailure(error) }))
            .then((answer) => send(response, answer));
        });
      },
    },
  };
}

/** Other sites open in the same browser must not write papers. */
function isOwn({ headers }: IncomingMessage): boolean {
  return headers.origin === `http://${headers.host}`;
}

async function handIn(
  request: IncomingMessage,
  query: URLSearchParams,
  papers: string,
  waiting: Map<string, { paper: MadePaper; name: string }>,
): Promise<DeskAnswer> {
  const path = basename(query.get('name') ?? '');
  const folder = query.get('folder');
  const name = basename(path, extname(path));
  const draft = await readDocument(await readAll(request), path);
  const made = await makePapers(draft, { name, ...(folder && { folder }) });
  const shelf = await PaperShelf.open(papers, true);
  return {
    remarks: groupRemarks(made.remarks),
    papers: made.papers.map((paper, index): DeskPaper => {
      const token = randomUUID();
      waiting.set(token, { paper, name: made.papers.length > 1 ? `${name}-${index + 1}` : name });
      const known = shelf.find(paper);
      const { title, date = '', topic = '', source = '' } = paper.facts;
      return {
        token,
        facts: {
          title,
          date,
          topic,
          source,
          order: shelf.nextOrder ? shelf.nextOrder + index : null,
        },
        ...(known !== undefined && { known }),
        html: withPictures(paper),
        outline: outlineLines(paper.rendered.outline),
        ...countPaper(paper),
        remarks: groupRemarks(paper.remarks),
        lines: paper.lines,
      };
    }),
  };
}

async function putAway(
  request: IncomingMessage,
  papers: string,
  waiting: Map<string, { paper: MadePaper; name: string }>,
): Promise<DeskReceipt> {
  const { token, facts } = JSON.parse((await readAll(request)).toString()) as {
    token: string;
    facts: DeskFacts;
  };
  const found = waiting.get(token);
  if (!found) throw new UnreadableFile('这一篇已经存过，或服务器重启过。请重新拖进来。');
  const title = facts.title.trim();
  const date = facts.date === '' ? undefined : parseDate(facts.date);
  if (title === '') throw new UnreadableFile('题目是空的，请填上。');
  if (facts.date !== '' && date === undefined) {
    throw new UnreadableFile('日期要写成 2023-03-01 这样。');
  }
  if (facts.order !== null && !(Number.isInteger(facts.order) && facts.order >= 1)) {
    throw new UnreadableFile('次序要写一个从 1 起的整数，或者空着。');
  }
  const { date: _, topic: __, source: ___, ...kept } = found.paper.facts;
  const paper: MadePaper = {
    ...found.paper,
    order: facts.order,
    facts: {
      ...kept,
      title,
      ...(facts.topic.trim() && { topic: facts.topic.trim() }),
      ...(facts.source.trim() && { source: facts.source.trim() }),
      ...(date && { date }),
    },
  };
  const shelf = await PaperShelf.open(papers, false);
  const known = shelf.find(paper);
  if (known) throw new UnreadableFile(`内容和 ${known} 相同，没有再写一遍。`);
  const taken = facts.order === null ? undefined : shelf.fileAt(facts.order);
  if (taken) throw new UnreadableFile(`次序 ${facts.order} 已被 ${taken} 使用，请换一个数。`);
  const [file = ''] = await shelf.add([paper], found.name);
  waiting.delete(token);
  return { file, address: `/papers/${encodeURIComponent(file.replace(/\.md$/, ''))}.html` };
}

/** The pictures are in no file yet, so they are shown from the page itself. */
function withPictures({ rendered, pictures }: MadePaper): string {
  let index = 0;
  return rendered.html.replaceAll(/<img\b[^>]*>/g, () => {
    const picture = pictures[index];
    index += 1;
    if (!picture) return '';
    const type = picture.extension === 'jpg' ? 'jpeg' : picture.extension;
    return `<img alt="" src="data:image/${type};base64,${Buffer.from(picture.bytes).toString('base64')}">`;
  });
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_FILE_BYTES + 1) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, answer: DeskAnswer | DeskReceipt): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(answer));
}
