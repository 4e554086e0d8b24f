import { SaxesParser } from 'saxes';

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
  let boxes = 0;
  let skipped = 0;
  let isText = false;
  let note: string | undefined;

  const add = (text: string) => {
    if (skipped > 0) return;
    if (boxes > 0) stories.boxes += text;
    else if (note !== undefined) stories.notes.set(note, (stories.notes.get(note) ?? '') + text);
    else stories.main += text;
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'mc:AlternateContent') hasChoice.push(false);
    else if (name === 'mc:Choice') {
      // Of several the first is read.
      if (hasChoice.at(-1)) skipped += 1;
    } else if (name === 'mc:Fallback' && hasChoice.at(-1)) skipped += 1;
    else if (name === 'w:txbxContent') boxes += 1;
    else if (name === 'w:t' || name === 'm:t') isText = true;
    else if (name === 'w:noBreakHyphen') add('\u2011');
    else if (name === noteElement) note = attributes['w:id'];
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'mc:AlternateContent') hasChoice.pop();
    else if (name === 'mc:Choice') {
      if (hasChoice.at(-1)) skipped -= 1;
      else hasChoice[hasChoice.length - 1] = true;
    } else if (name === 'mc:Fallback' && hasChoice.at(-1)) skipped -= 1;
    else if (name === 'w:txbxContent') boxes -= 1;
    else if (name === 'w:t' || name === 'm:t') isText = false;
    else if (name === noteElement) note = undefined;
  });
  parser.on('text', (text) => {
    if (isText) add(text);
  });
  parser.write(xml).close();
  return stories;
}

export interface Stories {
  main: string;
  boxes: string;
  notes: Map<string, string>;
}
