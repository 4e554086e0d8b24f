import { fromBufferPromise, type ZipFile } from 'yauzl';
import { UnreadableFile } from '../unreadable-file.ts';

/** What all parts of one document may take unpacked: a thousand pages with their pictures. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
/** A Word file has some dozens. */
const MAX_PARTS = 10_000;

const DAMAGED = '文件不完整或已损坏。请用 Word 或 WPS 打开它，另存一份 .docx 再导入。';

/**
 * Unpacks the parts of a .docx. Nothing is written to disk, and unpacking stops as soon as more
 * comes out than a document can hold, whatever the file says about itself.
 *
 * @param isWanted Tells by name which parts are needed.
 * @throws {UnreadableFile} When the archive is damaged, encrypted, too large, or names paths outside.
 */
export async function unzipParts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  let left = MAX_UNPACKED_BYTES;
  let count = 0;
  try {
    const archive = await fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    );
    for await (const entry of archive.eachEntry()) {
      count += 1;
      if (count > MAX_PARTS) throw new UnreadableFile(tooLarge());
      if (!isWanted(entry.fileName)) continue;
      if (entry.isEncrypted()) {
        throw new UnreadableFile(
          '压缩包加了密码。请用 Word 或 WPS 打开，去掉密码后另存为 .docx 再导入。',
        );
      }
      const part = await inflate(archive, entry, left);
      left -= part.length;
      parts.set(entry.fileName, part);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const isPathTrick = /absolute path|invalid relative path|invalid characters/.test(
      String(error),
    );
    throw new UnreadableFile(
      isPathTrick
        ? '压缩包里有指向别处的路径，不像是 Word 存的文件。来源可靠的话，请用 Word 或 WPS 打开，另存一份 .docx 再导入。'
        : DAMAGED,
    );
  }
  return parts;
}

async function inflate(
  archive: ZipFile,
  entry: Parameters<ZipFile['openReadStreamPromise']>[0],
  limit: number,
): Promise<Buffer> {
  if (entry.uncompressedSize > limit) throw new UnreadableFile(tooLarge());
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    size += chunk.length;
    if (size > limit) throw new UnreadableFile(tooLarge());
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): string {
  const megabytes = MAX_UNPACKED_BYTES / 1024 / 1024;
  return `文件解开后超过 ${megabytes} MB，不像是普通文稿。请删去大图，或分成几个文件再导入。`;
}
