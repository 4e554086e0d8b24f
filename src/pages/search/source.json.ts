import { getPapers } from '../../papers/papers.ts';
import { describeSource } from '../../search/build/describe-source.ts';

/** What the search index is built from; the build takes it away again. */
export async function GET(): Promise<Response> {
  return Response.json(describeSource(await getPapers()));
}
