import { type KeptPaper, renderAndKeep, type SourceToRender } from './paper-bodies.ts';

/** Renders a source in a worker and keeps its body. */
export default function renderInWorker({ source, bodies }: Task): Promise<KeptPaper> {
  return renderAndKeep(source, bodies);
}

interface Task {
  source: SourceToRender;
  /** Folder the body goes into. */
  bodies: string;
}
