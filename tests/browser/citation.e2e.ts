import { expect, type Page, test } from './fixtures.ts';

const PAPER = '/papers/01-fazhi-xuanchuan.html';
const SOURCE =
  '——《开展“三抓三促”行动“XX要发展、我该谋什么”大讨论研讨材料》第一篇《以“三坚持三创新”确保法治宣传工作出新出彩》';
const PASSAGE = '聚焦领导干部“关键少数”和青少年“关键群体”，开展2023年国家机关工作人员学法用法考试';

/** Selects text as a reader would, from the first to the last character of it. */
async function select(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([first = '', last = '']) => {
      const walker = document.createTreeWalker(
        document.querySelector('.prose') as Element,
        NodeFilter.SHOW_TEXT,
      );
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue ?? '';
        const from = text.indexOf(first);
        if (range.startContainer === document && from >= 0) range.setStart(node, from);
        if (range.startContainer === document) continue;
        const to = text.indexOf(last, node === range.startContainer ? range.startOffset : 0);
        if (to < 0) continue;
        range.setEnd(node, to + last.length);
        break;
      }
      // What a mouse or a finger brings about, and a script alone does not.
      document.querySelector('.prose')?.dispatchEvent(new Event('selectstart', { bubbles: true }));
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [from, to],
  );
}

const button = (page: Page) => page.getByRole('button', { name: '复制引文' });

async function copyCitation(page: Page, from: string, to: string): Promise<string[]> {
  await select(page, from, to);
  await button(page).click();
  await expect(page.getByText('已复制')).toBeVisible();
  return (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
}

test('a wording that is selected leads to all its places in the collection', async ({ page }) => {
  await page.goto(PAPER);
  const link = page.getByRole('link', { name: '查这个说法' });
  await expect(link).toBeHidden();
  await select(page, '“关键少数”和', '“关键群体”');
  await link.click();
  await expect(page).toHaveURL(/\?q=/);
  await expect(page.getByRole('searchbox')).toHaveValue('“关键少数”和青少年“关键群体”');
  await expect(page.locator('#status')).toHaveText(/在 1 篇中出现 1 处。$/);
  await page.goBack();
  await select(page, '在全面贯彻', '普法规划');
  await expect(button(page)).toBeVisible();
  await expect(link).toBeHidden();
});

for (const width of [1280, 390, 320]) {
  test(`what is offered for a selection is within the window, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(PAPER);
    await select(page, '聚焦领导干部', '学法用法考试');
    for (const offered of [button(page), page.getByRole('link', { name: '查这个说法' })]) {
      await expect(offered).toBeInViewport({ ratio: 1 });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
}

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a passage is copied with its source and a link that lands on it, marked', async ({
    page,
    context,
  }) => {
    await page.goto(PAPER);
    await expect(button(page)).toBeHidden();
    const [quotation, source, link = ''] = await copyCitation(page, '聚焦领导干部', '学法用法考试');
    expect(quotation).toBe(
      '“聚焦领导干部‘关键少数’和青少年‘关键群体’，开展2023年国家机关工作人员学法用法考试”',
    );
    expect(source).toBe(
      `${SOURCE}，二、坚持谋深谋实，在创新工作举措上下功夫求实效，二要立足普法载体，提升“大普法”实效`,
    );
    await page.close();
    const visit = await context.newPage();
    await visit.goto(link);
    await expect
      .poll(() => visit.evaluate(() => [...(CSS.highlights.get('hits') ?? [])].map(String)))
      .toEqual([PASSAGE]);
    await expect(visit.locator(':target')).toContainText(PASSAGE);
    await expect(visit.locator(':target')).toBeInViewport();
  });

  test('the link of a wording that comes back lands on the place it was taken from', async ({
    page,
  }) => {
    await page.goto(PAPER);
    const [, , link = ''] = await copyCitation(page, '“大普法”风采', '“大普法”风采');
    const other = await copyCitation(page, '“八五”普法中期', '“八五”普法中期');
    await page.goto('/index.html');
    await page.goto(link);
    await expect(page.locator(':target')).toContainText('三要立足法治文化，展现“大普法”风采');
    await page.goto(other[2] ?? '');
    await expect(page.locator(':target')).toContainText('一要立足工作机制');
  });

  test('one word among many like it is marked where it was', async ({ page }) => {
    await page.goto(PAPER);
    const [, , link = ''] = await copyCitation(page, '“八五”普法中期', '“八五”');
    await page.goto('/index.html');
    await page.goto(link);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const [range, ...others] = [...(CSS.highlights.get('hits') ?? [])] as Range[];
          const before = document.createRange();
          before.selectNodeContents(document.querySelector('.prose') as Element);
          if (range) before.setEnd(range.startContainer, range.startOffset);
          return [String(range), String(before).split('“八五”').length, others.length];
        }),
      )
      .toEqual(['“八五”', 3, 0]);
  });

  test('the link of a long passage is short, and marks all of it', async ({ page }) => {
    await page.goto(PAPER);
    const [quotation = '', ...lines] = await copyCitation(page, '在全面贯彻', '普法规划');
    const link = lines.pop() ?? '';
    expect(link.length - page.url().length).toBeLessThan(40);
    await page.goto('/index.html');
    await page.goto(link);
    const hits = () => page.evaluate(() => [...(CSS.highlights.get('hits') ?? [])].map(String));
    await expect.poll(async () => (await hits()).length).toBe(1);
    const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
    expect(letters((await hits()).join(''))).toBe(
      letters([quotation, ...lines.slice(0, -1)].join('')),
    );
  });

  test('a link follows a passage that has moved, and says so when its words have changed', async ({
    page,
  }) => {
    await page.goto(PAPER);
    const link = (await copyCitation(page, '聚焦领导干部', '学法用法考试')).pop() ?? '';
    const hits = () => page.evaluate(() => [...(CSS.highlights.get('hits') ?? [])].map(String));
    const bar = page.getByRole('complementary', { name: '检索到的各处' });
    for (const moved of [link.replace(/at=\d+/, 'at=3'), link.replace(/#.*/, '#p1')]) {
      await page.goto('/index.html');
      await page.goto(moved);
      await expect.poll(hits).toEqual([PASSAGE]);
    }
    for (const changed of ['abcdef', '']) {
      await page.goto('/index.html');
      await page.goto(link.replace(/-[0-9a-z]+(?=#)/, changed && `-${changed}`));
      await expect(bar).toContainText('原文在引用之后改过');
      expect(await hits()).toEqual([]);
      await expect(page.locator(':target')).toBeInViewport();
    }
  });

  test('¶ copies the link of its place, with mouse and with keyboard', async ({ page, place }) => {
    await page.goto(PAPER);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const [heading, point] = [place(`${PAPER}#s2`), place(`${PAPER}#s2-2`)];
    await heading.element.hover();
    await heading.element.locator('> a[href^="#"]:empty').click();
    await expect(page.getByText('链接已复制')).toBeVisible();
    expect(await copied()).toBe(page.url().replace(/#.*/, heading.hash));
    await expect(page).toHaveURL(new RegExp(`${heading.hash}$`));
    await point.element.locator('> a[href^="#"]:empty').focus();
    await page.keyboard.press('Enter');
    await expect.poll(copied).toMatch(new RegExp(`${point.hash}$`));
  });

  test('in a wide window the button stands beside what is selected', async ({ page }) => {
    await page.goto(PAPER);
    await select(page, '聚焦领导干部', '学法用法考试');
    await page
      .locator('[id$="s2-2"]')
      .first()
      .evaluate((node) => node.scrollIntoView({ block: 'center' }));
    await expect
      .poll(async () => {
        const { x = 0, y = 0 } = (await button(page).boundingBox()) ?? {};
        const now = await page.evaluate(() => {
          const rectangle = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].pop();
          return [rectangle?.right ?? 0, rectangle?.bottom ?? 0] as const;
        });
        return Math.hypot(x - now[0], y - now[1]) < 200;
      })
      .toBe(true);
  });

  test('paragraphs are quoted each with an opening mark, the last alone with a closing one', async ({
    page,
  }) => {
    await page.goto(PAPER);
    const lines = await copyCitation(page, '亮点纷呈', '学思践悟');
    expect(lines.slice(0, 3)).toEqual(['“亮点纷呈。', '“一、坚持学思践悟”', SOURCE]);
  });
});

test('on a page without a clipboard of its own the citation is copied the old way', async ({
  page,
}) => {
  await page.goto(PAPER);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await select(page, '聚焦领导干部', '学法用法考试');
  await button(page).click();
  await expect(page.getByText('已复制')).toBeVisible();
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(page.getByRole('searchbox')).toHaveValue(/^“聚焦领导干部‘关键少数’.+——《开展/);
});

test('where the clipboard is refused, the citation is shown, selected', async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  const { browserContextId = '' } = (await devtools.send('Target.getTargetInfo')).targetInfo;
  await devtools.send('Browser.setPermission', {
    permission: { name: 'clipboard-write' },
    setting: 'denied',
    browserContextId,
  });
  await page.goto(PAPER);
  await select(page, '聚焦领导干部', '学法用法考试');
  await button(page).click();
  const text = page.getByRole('textbox', { name: '引文' });
  await expect(text).toBeVisible();
  const selected = await text.evaluate((node) => {
    const { value, selectionStart, selectionEnd } = node as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });
  expect(selected).toMatch(/^“聚焦领导干部‘关键少数’/);
  expect(selected.split('\n')).toHaveLength(3);
  await page.keyboard.press('Escape');
  await expect(text).toBeHidden();
});

test('selecting with the mouse and selecting all bring the offer', async ({ page }) => {
  await page.goto(PAPER);
  await page
    .locator('.prose p')
    .first()
    .dblclick({ position: { x: 120, y: 20 } });
  await expect(button(page)).toBeVisible();
  await page.goto('/papers/02-xinxi-fuwu.html');
  await page.keyboard.press('ControlOrMeta+A');
  await expect(button(page)).toBeVisible();
});

test('the offer goes when nothing is selected any more', async ({ page }) => {
  await page.goto(PAPER);
  await select(page, '聚焦领导干部', '学法用法考试');
  await expect(button(page)).toBeVisible();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expect(button(page)).toBeHidden();
});

test('nothing for citing is loaded before text is selected @network', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(PAPER);
  expect(loaded.filter((url) => url.includes('/scripts/reader-'))).toEqual([]);
  await page.locator('#p2').dblclick();
  await expect(button(page)).toBeVisible();
  expect(loaded.filter((url) => url.includes('/scripts/reader-'))).toHaveLength(1);
});
