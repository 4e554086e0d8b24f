export const SAVE_AS_DOCX = '请用 Word 或 WPS 打开它，“另存为”选 Word 文档（.docx）再导入。';
const PICTURES = ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'webp', 'tif', 'tiff', 'heic'];
/** What to do with files that are not read, by their extensions. */
export const REMEDIES: Readonly<Record<string, string>> = {
  wps: `WPS 自己的格式读不了。请用 WPS 打开它，“另存为”选 Word 文档（.docx）再导入。`,
  et: '这是表格文件。请把要用的文字复制到 Word，存为 .docx 再导入。',
  pdf: 'PDF 里没有段落，读出来会错。请用 WPS 的“PDF 转 Word”，或在 Word 里打开它，核对后存为 .docx 再导入。',
  rtf: `RTF 读不了。${SAVE_AS_DOCX}`,
  odt: `ODT 读不了。${SAVE_AS_DOCX}`,
  pages: 'Pages 文稿读不了。请在 Pages 里“导出为”Word（.docx）再导入。',
  ...Object.fromEntries(
    PICTURES.map((extension) => [
      extension,
      '图片里的文字读不了。请用 WPS 或手机识别成文字，核对后存为 .docx 再导入。',
    ]),
  ),
};

const EXTENSIONS = new Set([
  ...['docx', 'docm', 'dotx', 'doc', 'dot', 'txt', 'text', 'md', 'markdown', 'html', 'htm'],
  ...Object.keys(REMEDIES),
]);

/**
 * Whether a file found in a folder holds a paper, or may be taken for one; those of programs, such as
 * `~$…` and `.DS_Store`, do not.
 *
 * @param name Of the file, without its path.
 */
export function isDocument(name: string): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return !/^(?:~\$|\.)/.test(name) && EXTENSIONS.has(extension);
}
