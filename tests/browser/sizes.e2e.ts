import { expect, type Page, test } from './fixtures.ts';
import { THOROUGH } from './modes.ts';

const PAPER = '/papers/04-sixue-sanban-siyan.html';

/** What a reader may have set, and what of it makes the text large. */
const SETTINGS = ['{}', '{"elder":"on"}', '{"size":"largest"}', '{"size":"largest","elder":"on"}'];

/** Sets what is opened from now on. */
async function setReading(page: Page, setting: string): Promise<void> {
  await page.addInitScript((value) => localStorage.setItem('reading', value), setting);
}

const sizeOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));

/** Tags of a test that is tried with each setting. */
const tagSetting = (setting: string) => (setting === SETTINGS[0] ? [] : [THOROUGH]);

for (const setting of SETTINGS.slice(0, 2)) {
  test(`on phones the tools are one row and cover nothing, ${setting}`, async ({ page }) => {
    await setReading(page, setting);
    for (const width of [320, 330, 360, 375, 390, 412]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${PAPER}?q=作风`);
      const bar = page.getByRole('complementary', { name: '检索到的各处' });
      await bar.getByRole('button', { name: '下一处' }).click();
      const tools = page.getByRole('complementary', { name: '阅读工具' });
      const box = await tools.boundingBox();
      const tops = await tools
        .locator('> *')
        .evaluateAll((all) =>
          all.flatMap((each) =>
            each.getClientRects().length > 0
              ? [each.getBoundingClientRect()].map(({ top, height }) => top + height / 2)
              : [],
          ),
        );
      expect([width, Math.max(...tops) - Math.min(...tops) < 4]).toEqual([width, true]);
      expect(box?.height).toBeLessThan(64);
      const hits = await bar.boundingBox();
      expect((hits?.y ?? 0) + (hits?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + 0.5);
    }
  });
}

for (const setting of SETTINGS) {
  const tag = tagSetting(setting);
  test(`beside the text the outline ends above the tools, which are one row, ${setting}`, {
    tag,
  }, async ({ page }) => {
    await setReading(page, setting);
    for (const [width, height] of [
      [1024, 614],
      [1280, 420],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto('/papers/02-xinxi-fuwu.html');
      for (const down of [0, 1000]) {
        await page.evaluate((y) => scrollBy({ top: y, behavior: 'instant' }), down);
        const outline = await page.locator('#outline').boundingBox();
        const tools = await page.getByRole('complementary', { name: '阅读工具' }).boundingBox();
        expect([width, (outline?.y ?? 0) + (outline?.height ?? 0) <= (tools?.y ?? 0) + 1]).toEqual([
          width,
          true,
        ]);
        expect(tools?.height).toBeLessThan(64);
      }
    }
  });
}

for (const setting of SETTINGS) {
  const tag = tagSetting(setting);
  test(`no title is smaller than a section’s heading, no heading than its own, ${setting}`, {
    tag,
  }, async ({ page }) => {
    await setReading(page, setting);
    await page.goto('/papers/02-xinxi-fuwu.html');
    for (let width = 320; width <= 2560; width += width < 1400 ? 24 : 128) {
      await page.setViewportSize({ width, height: 800 });
      const sizes = await page.evaluate(() =>
        ['h1', '.prose h2', '.prose p'].map((selector) =>
          Number.parseFloat(getComputedStyle(document.querySelector(selector) as Element).fontSize),
        ),
      );
      expect([width, ...sizes]).toEqual([width, ...[...sizes].sort((one, other) => other - one)]);
      expect(new Set(sizes).size).toBe(3);
    }
  });

  test(`the text is never narrower in a wider window, ${setting}`, { tag }, async ({ page }) => {
    await setReading(page, setting);
    await page.goto('/papers/02-xinxi-fuwu.html');
    let before = 0;
    const character = await sizeOf(page, '.prose p');
    for (let width = 320; width <= 2560; width += width < 1400 ? 8 : 64) {
      await page.setViewportSize({ width, height: 800 });
      const now = (await page.locator('.prose').first().boundingBox())?.width ?? 0;
      // Lines are whole characters wide, and the size of those changes once.
      const slack = width === 1088 ? character : 1;
      expect([width, now >= before - slack]).toEqual([width, true]);
      before = now;
    }
  });
}

test('titles break between words and behind marks alone, at any width', async ({ page }) => {
  for (const path of ['/', PAPER, '/papers/06-dangzheng-ban.html', '/outline.html']) {
    await page.goto(path);
    for (const width of [320, 360, 390, 412, 500, 620, 820, 1024, 1280, 1920, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      const torn = await page.locator('h1:visible, h2:visible, h3:visible').evaluateAll((all) =>
        all.flatMap((heading) => {
          const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          const found: string[] = [];
          let text = '';
          let above = Number.POSITIVE_INFINITY;
          while (walker.nextNode()) {
            const node = walker.currentNode as Text;
            const isAfterBreak = node.previousSibling?.nodeName === 'WBR';
            for (let at = 0; at < node.length; at++) {
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const { top, width: wide } = range.getBoundingClientRect();
              if (wide === 0) continue;
              const mayBreak = (at === 0 && isAfterBreak) || /[，、；：。！？…—\s]$/u.test(text);
              if (top > above + 8 && !mayBreak) found.push(`${text}/${node.data.slice(at)}`);
              above = top;
              text += node.data[at];
            }
          }
          return found;
        }),
      );
      expect([width, ...torn]).toEqual([width]);
    }
  }
});
