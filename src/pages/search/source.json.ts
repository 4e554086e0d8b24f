import { getPapers } from '../../model/papers.ts';
import { describeSource } from '../../search/indexing/describe-source.ts';

/** What the search index is built from; the build takes it away again. */
export async function GET(): Promise<Response> {
  return Response.json(describeSource(await getPapers()));
}
