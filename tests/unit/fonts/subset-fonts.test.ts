import subsetFont from 'subset-font';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFontCharacters } from '../../../src/fonts/read-font-characters.ts';
import {
  distinctCharacters,
  type FontSource,
  subsetFonts,
  type WebFont,
  type WebFonts,
} from '../../../src/fonts/subset-fonts.ts';

const BODY_TEXT =
  '---\ntitle: 学思践悟\n---\n\n坚持“三抓三促”，2023年——办文、办会。𠂉\u3000\u200b\ufe00\n';
const BODIES = [source('content/papers/甲.md', BODY_TEXT)];
const DISPLAY = [source('src/site.ts', '研讨材料')];

describe('subsetFonts', () => {
  let fonts: WebFonts;

  beforeAll(async () => {
    fonts = await subsetFonts({ bodies: BODIES, display: DISPLAY });
  });

  it('gives each face every drawn character of its texts, ASCII or digits, and the Chinese marks', async () => {
    const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index));
    const marks = '“”‘’—…，。、；：？！（）《》';

    const body = readFontCharacters(await unpack(face(fonts, 'body')));
    const display = readFontCharacters(await unpack(face(fonts, 'display')));
    const punctuation = readFontCharacters(await unpack(face(fonts, 'punctuation')));

    const drawn = BODY_TEXT.replace(/\n|\u200b|\ufe00/g, '');
    expect(lacking(body, drawn + ascii + marks)).toBe('');
    expect(lacking(display, `研讨材料0123456789${marks}`)).toBe('');
    expect(lacking(punctuation, marks)).toBe('');
  });

  it('leaves out characters that no text uses', async () => {
    const display = readFontCharacters(await unpack(face(fonts, 'display')));

    expect(lacking(display, '坚持')).toBe('坚持');
  });

  it('keeps kerning, punctuation that closes up and regional forms, and nothing else', async () => {
    const body = await unpack(face(fonts, 'body'));

    expect(features(body, 'GPOS')).toEqual(['chws', 'halt', 'kern']);
    expect(features(body, 'GSUB')).toEqual(['locl']);
    expect(features(await unpack(face(fonts, 'punctuation')), 'GPOS')).toContain('chws');
  });

  it('makes the same bytes and names from the same texts', async () => {
    const again = await subsetFonts({ bodies: BODIES, display: DISPLAY });

    expect(again).toEqual(fonts);
  });

  it('renames a face when its characters change, and the stylesheet with it', async () => {
    const text = `${BODY_TEXT}新`;
    const changed = await subsetFonts({ bodies: [source('a.md', text)], display: DISPLAY });

    expect(face(changed, 'body').fileName).not.toBe(face(fonts, 'body').fileName);
    expect(face(changed, 'display').fileName).toBe(face(fonts, 'display').fileName);
    expect(changed.stylesheet.fileName).not.toBe(fonts.stylesheet.fileName);
  });

  it('addresses each face relative to the stylesheet, after the local fonts', () => {
    for (const { fileName, css } of fonts.faces) {
      expect(fileName).toMatch(/^(body|display|punctuation)\.[0-9a-f]{8}\.woff2$/);
      expect(css).toMatch(/^@font-face\{.*font-display:swap;.*\}$/);
      expect(css).toContain(`url(${fileName})format("woff2")}`);
      expect(fonts.stylesheet.text).toContain(css);
    }
    expect(face(fonts, 'body').css).toContain('src:local("SourceHanSerifSC-Regular"),');
    expect(face(fonts, 'punctuation').css).toContain('unicode-range:U+2014,U+2018-2019,');
    expect(face(fonts, 'punctuation').css).not.toContain('local(');
  });

  it('leaves out a body face over 200 KB and keeps the marks', async () => {
    const bodies = [source('content/papers/乙.md', hanCharacters(1600))];

    const { faces, stylesheet } = await subsetFonts({ bodies, display: DISPLAY });

    expect(faces.map(({ name }) => name)).toEqual(['display', 'punctuation']);
    expect(stylesheet.text).not.toContain('Paper Song');
  });

  it('does not fail over a rare character of a face that is left out', async () => {
    const bodies = [source('content/papers/丙.md', `${hanCharacters(3600)}\ue000`)];

    const { faces } = await subsetFonts({ bodies, display: bodies });

    expect(faces.map(({ name }) => name)).toEqual(['punctuation']);
  });

  it('names file, line, character and code point of all characters the font lacks', async () => {
    const bodies: FontSource[] = [
      source('content/papers/甲.md', '---\ntitle: 甲\n---\n\n正文😀\n又一行😀\n'),
      source('content/papers/乙.md', '第一行\n第二行\ue000\n'),
    ];

    const made = subsetFonts({ bodies, display: bodies });

    await expect(made).rejects.toThrow(
      [
        'content/papers/乙.md:2 “\ue000”（U+E000）',
        'content/papers/甲.md:5 “😀”（U+1F600）',
        '请在这些行改用',
      ].join('\n'),
    );
  });
});

describe('distinctCharacters', () => {
  it('gives each character once, in code point order, across the surrogates', () => {
    expect(distinctCharacters(['会办会', '𠀀～办'])).toBe('会办～𠀀');
  });
});

function source(file: string, text: string): FontSource {
  return { file, text, read: async () => text };
}

function face(fonts: WebFonts, name: WebFont['name']): WebFont {
  const found = fonts.faces.find((each) => each.name === name);
  if (!found) throw new Error(`no ${name} face`);
  return found;
}

/** Undoes the WOFF2 packing of the bytes that are served, keeping all they hold. */
async function unpack({ bytes }: WebFont): Promise<Buffer> {
  const everything = Array.from({ length: 0x30000 }, (_, code) =>
    code >= 0xd800 && code <= 0xdfff ? '' : String.fromCodePoint(code),
  ).join('');
  return subsetFont(Buffer.from(bytes), everything, { targetFormat: 'truetype' });
}

function lacking(characters: Set<number>, text: string): string {
  return Array.from(text)
    .filter((char) => !characters.has(char.codePointAt(0) ?? 0))
    .join('');
}

function hanCharacters(count: number): string {
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
}

/** The distinct feature tags of a layout table, sorted. */
function features(font: Buffer, table: 'GPOS' | 'GSUB'): string[] {
  const record = font.indexOf(table, 12, 'latin1');
  const start = font.readUInt32BE(record + 8);
  const list = start + font.readUInt16BE(start + 6);
  const tags = Array.from({ length: font.readUInt16BE(list) }, (_, index) =>
    font.toString('latin1', list + 2 + index * 6, list + 6 + index * 6),
  );
  return [...new Set(tags)].sort();
}
