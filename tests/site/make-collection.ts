import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toChineseNumeral } from '../../src/text/chinese-numerals.ts';

const SUBJECTS =
  '档案 防洪 渔业 气象 测绘 图书 邮政 海关 统计 种子 森林 草原 矿产 水利 公路 航道 港口 电力 煤炭 消防 献血 药品 食品 护照 仲裁 律师 公证 监狱 信托 票据'.split(
    ' ',
  );
const TOPICS = ['行政法', '经济法', '地方法规', '司法解释', '社会法'];

/** File name of the longest: 编, 章, 节 and 160 articles, two of them put in later. */
export const LONGEST = '通则（2020）《全》 文本';

/** File name of a paper of many sections and no article. */
export const ESSAY = '长篇报告';

/** A title of sixty characters. */
export const LONG_TITLE =
  '最高人民法院最高人民检察院关于办理利用信息网络实施骚扰恐吓敲诈勒索以及非法收集使用公民个人信息等刑事案件适用法律若干问题';

/**
 * Replaces a project's papers by made-up ones, as a large collection has them: topics of uneven size,
 * years from 1958 on, titles that come again, odd file names, and papers without topic, date or both.
 *
 * @param count At least 40.
 */
export async function makeCollection(folder: string, count: number): Promise<void> {
  const papers = join(folder, 'content/papers');
  await rm(papers, { recursive: true });
  await mkdir(papers);
  const write = (name: string, fields: Record<string, string | undefined>, body: string) => {
    const lines = Object.entries(fields).flatMap(([key, value]) =>
      value ? [`${key}: '${value}'`] : [],
    );
    return writeFile(join(papers, `${name}.md`), `---\n${lines.join('\n')}\n---\n\n${body}\n`);
  };
  await write(LONGEST, { title: '生成通则', topic: '民法', date: '2020-05-28' }, writeCode());
  await write(
    ESSAY,
    { title: '关于生成工作的报告', topic: '报告', date: '2019-03-05' },
    writeEssay(),
  );
  await write(
    '题名很长',
    { title: LONG_TITLE, topic: '司法解释', date: '2013-09-06' },
    writeLaw(3),
  );
  await write('空白', { title: '没有主题和日期的篇目' }, '各单位要把工作放在心上，抓在手上。');
  for (let index = 4; index < count; index += 1) {
    const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
    const round = Math.floor(index / SUBJECTS.length);
    // Every second round repeats the titles of the one before, half of them in the same year.
    const title = `${subject}${['法', '法', '管理条例', '实施细则'][round % 4]}`;
    const year = index % 7 === 0 ? 1958 + (index % 40) : 1990 + ((index * 7) % 36);
    const sameYear = index % 5 === 0 ? 2001 : year;
    const month = String((index % 12) + 1).padStart(2, '0');
    const topic = TOPICS[Math.floor(Math.sqrt(index * 3)) % TOPICS.length];
    await write(
      `${title}(${sameYear}) ${index}`,
      {
        title,
        ...(index % 11 !== 0 && { topic }),
        ...(index % 13 !== 0 && { date: `${sameYear}-${month}-15` }),
      },
      writeLaw(3 + (index % 20)),
    );
  }
}

function article(number: string, words: string): string {
  return `${number}　${words}应当遵守本法，依照规定的权限和程序办理。`;
}

function writeLaw(articles: number): string {
  return Array.from({ length: articles }, (_, index) =>
    article(`第${toChineseNumeral(index + 1)}条`, `第${index + 1}类单位和个人`),
  ).join('\n\n');
}

function writeCode(): string {
  const lines: string[] = [];
  let number = 0;
  let chapter = 0;
  for (const part of ['总则', '物权', '合同']) {
    lines.push(
      `第${toChineseNumeral(lines.filter((line) => /^第.编/.test(line)).length + 1)}编　${part}`,
    );
    for (const name of ['一般规定', '设立、变更和终止的程序', '效力', '附随义务与责任承担']) {
      chapter += 1;
      lines.push(`第${toChineseNumeral(chapter)}章　${part}的${name}`);
      for (const section of chapter % 3 === 0 ? ['通常程序', '简易程序'] : ['']) {
        if (section) lines.push(`第${section === '通常程序' ? '一' : '二'}节　${section}`);
        for (let each = 0; each < (section ? 7 : 13); each += 1) {
          number += 1;
          lines.push(article(`第${toChineseNumeral(number)}条`, `${part}的当事人`.repeat(3)));
          if (number === 12) {
            lines.push(article('第十二条之一', '后来加进来的当事人'));
            lines.push(article('第十二条之二', '后来加进来的当事人'));
          }
        }
      }
    }
  }
  return lines.join('\n\n');
}

function writeEssay(): string {
  return Array.from({ length: 8 }, (_, index) => {
    const section = toChineseNumeral(index + 1);
    const parts = Array.from(
      { length: 5 },
      (_each, part) =>
        `（${toChineseNumeral(part + 1)}）推进第${part + 1}项工作\n\n${'各单位要把工作放在心上，抓在手上。'.repeat(6)}`,
    );
    return `${section}、扎实做好第${section}方面的生成工作\n\n${parts.join('\n\n')}`;
  }).join('\n\n');
}
