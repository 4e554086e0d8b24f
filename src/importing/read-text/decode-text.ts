import { analyse } from 'chardet';
import type { Remark } from '../draft.ts';
import { UnreadableFile } from '../unreadable-file.ts';

const NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16（小端）',
  'utf-16be': 'UTF-16（大端）',
  gb18030: 'GB18030（GBK、GB2312）',
  big5: 'Big5（繁体）',
};
const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Of the Han characters in a text these alone are every fourth. */
const COMMON =
  /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严這為個國來時們對會發動學說產種麼過經進後電現實點從業還與樣關義開間數總員應]/gu;

/**
 * Finds out a text's encoding from its bytes: a byte order mark, else UTF-8 where all bytes agree with
 * it, else UTF-16, GB18030 or Big5 by how the result reads.
 *
 * @param declared What the document says of itself, as a page of HTML does.
 * @returns The text, and remarks that say which encoding was taken and whether that is certain.
 * @throws {UnreadableFile} When the bytes are no text in any of these.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked)
    return said(
      marked[0],
      decode(bytes, marked[0]) ?? failAt(bytes, [marked[0]]),
      '文件开头有标记',
    );

  const wide = findWide(bytes);
  if (wide) return said(wide, decode(bytes, wide) ?? failAt(bytes, [wide]), '从字节排列看出');
  if (bytes.includes(0)) {
    throw new UnreadableFile(
      '这不是文字，是别的文件改了扩展名。请用原来的程序打开，另存为 .docx 再导入。',
    );
  }
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== undefined) {
    return /\P{ASCII}/u.test(utf8)
      ? said('utf-8', utf8, '全部字节都符合')
      : { text: utf8, remarks: [] };
  }
  return decodeChinese(bytes, declared);
}

function decodeChinese(bytes: Uint8Array, declared: string | undefined): DecodedText {
  const detected = analyse(bytes);
  const candidates = ['gb18030', 'big5']
    .map((encoding) => {
      const text = decode(bytes, encoding);
      const name = detected.find((match) => match.name.toLowerCase() === encoding);
      return {
        encoding,
        text,
        commonness: commonness(text ?? ''),
        confidence: name?.confidence ?? 0,
      };
    })
    .filter(({ text }) => text !== undefined)
    .sort((one, other) => other.commonness - one.commonness);
  const [best, second] = candidates;
  if (best?.text === undefined) return failAt(bytes, ['utf-8', 'gb18030', 'big5']);
  const isDeclared = declared !== undefined && normalize(declared) === best.encoding;
  const isClear = best.commonness >= 0.2 && best.commonness > 2 * (second?.commonness ?? 0);
  const isAgreed = best.confidence >= (second?.confidence ?? 0);
  const decoded = said(best.encoding, best.text, '从常用字看出');
  if (isClear && (isAgreed || isDeclared)) return decoded;
  if (isDeclared) return said(best.encoding, best.text, '文件自己写明');
  decoded.remarks.push({
    kind: 'doubt',
    message: `编码拿不准，按 ${NAMES[best.encoding]} 读的。如有乱码，请用记事本打开原文件，另存为 UTF-8 再导入`,
    text: best.text.trim().slice(0, 30),
  });
  return decoded;
}

/** UTF-16 without a mark: nearly all of a Chinese text's code units are Han, marks or ASCII. */
function findWide(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const scores = ['utf-16le', 'utf-16be'].map((encoding) => {
    const text = decode(bytes, encoding) ?? '';
    const usual =
      text.match(/[\u4e00-\u9fa5\u3000-\u303f\uff00-\uffef“”‘’—…\t\r\n -~]/gu)?.length ?? 0;
    const lines = text.match(/[\r\n ，。、\u3000]/gu)?.length ?? 0;
    return { encoding, isText: usual / text.length > 0.95 && lines > 0 && commonness(text) > 0.2 };
  });
  return scores.find(({ isText }) => isText)?.encoding;
}

function commonness(text: string): number {
  const letters = text.match(/\P{ASCII}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(COMMON)?.length ?? 0) / letters;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function said(encoding: string, text: string, evidence: string): DecodedText {
  return {
    text,
    remarks: [{ kind: 'note', message: `编码：${NAMES[encoding] ?? encoding}（${evidence}）` }],
  };
}

/** Names the first line that cannot be read, in the encoding that reads furthest. */
function failAt(bytes: Uint8Array, encodings: readonly string[]): never {
  const [best] = encodings
    .map((encoding) => ({ encoding, length: readableLength(bytes, encoding) }))
    .sort((one, other) => other.length - one.length);
  const before = new TextDecoder(best?.encoding).decode(bytes.subarray(0, best?.length));
  throw new UnreadableFile(
    `第 ${before.split('\n').length} 行有读不出的字节，不是 UTF-8、UTF-16、GB18030 或 Big5 编码的文字。请用记事本或 WPS 打开，核对这一行，另存为 UTF-8 再导入。`,
  );
}

function readableLength(bytes: Uint8Array, encoding: string): number {
  let low = 0;
  let high = bytes.length;
  const reads = (end: number) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (reads(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function normalize(label: string): string {
  return /^(?:gb|x-gbk)/i.test(label) ? 'gb18030' : label.toLowerCase();
}

export interface DecodedText {
  text: string;
  remarks: Remark[];
}
