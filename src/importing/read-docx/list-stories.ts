import { isRead, readXml } from './read-xml.ts';

/**
 * Lists the text of a part of a .docx as it lies in the file, without any judgement: the second opinion
 * that {@link readDocx} is held to.
 *
 * @param noteElement Name of the element that each note of a part of notes is.
 * @returns The running text, the text in boxes, and each note by its id.
 */
export function listStories(xml: string, noteElement?: string): Stories {
  const stories: Stories = { main: '', boxes: '', notes: new Map() };
  const hasChoice: boolean[] = [];
  const isTaken: boolean[] = [];
  /** The text of each box that is open. */
  const boxes: string[] = [];
  let skipped = 0;
  let isText = false;
  let note: string | undefined;

  const add = (text: string) => {
    if (skipped > 0) return;
    if (boxes.length > 0) boxes.push((boxes.pop() ?? '') + text);
    else if (note !== undefined) stories.notes.set(note, (stories.notes.get(note) ?? '') + text);
    else stories.main += text;
  };
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name === 'mc:AlternateContent') hasChoice.push(false);
    else if (name === 'mc:Choice') {
      // Of several the first is read.
      isTaken.push(!hasChoice.at(-1) && isRead(attributes));
      if (!isTaken.at(-1)) skipped += 1;
    } else if (name === 'mc:Fallback' && hasChoice.at(-1)) skipped += 1;
    else if (name === 'w:txbxContent') boxes.push('');
    else if (name === 'w:t' || name === 'm:t') isText = true;
    else if (name === 'w:noBreakHyphen') add('\u2011');
    else if (name === noteElement) note = attributes['w:id'];
  };
  const close = (name: string) => {
    if (name === 'mc:AlternateContent') hasChoice.pop();
    else if (name === 'mc:Choice') {
      if (isTaken.pop()) hasChoice[hasChoice.length - 1] = true;
      else skipped -= 1;
    } else if (name === 'mc:Fallback' && hasChoice.at(-1)) skipped -= 1;
    else if (name === 'w:txbxContent') stories.boxes += boxes.pop() ?? '';
    else if (name === 'w:t' || name === 'm:t') isText = false;
    else if (name === noteElement) note = undefined;
  };
  const text = (words: string) => {
    if (isText) add(words);
  };
  readXml(xml, { open, close, text });
  return stories;
}

export interface Stories {
  main: string;
  /** In the order in which the boxes end. */
  boxes: string;
  notes: Map<string, string>;
}
