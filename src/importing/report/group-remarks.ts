import type { Remark } from '../draft.ts';

/** Remarks that say the same, together, with the texts they are about in order. */
export function groupRemarks(remarks: readonly Remark[]): RemarkGroup[] {
  const groups = new Map<string, RemarkGroup>();
  for (const { kind, message, text } of remarks) {
    const key = `${kind} ${message}`;
    const group = groups.get(key) ?? { kind, message, texts: [] };
    groups.set(key, group);
    if (text !== undefined) group.texts.push(text);
  }
  return [...groups.values()];
}

export interface RemarkGroup extends Pick<Remark, 'kind' | 'message'> {
  texts: string[];
}
