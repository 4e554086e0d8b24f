import { expect, type Page, test } from './fixtures.ts';

const PAPER = '/papers/01-fazhi-xuanchuan.html';

const style = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

async function choose(page: Page, group: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: '阅读设置' }).first().click();
  await page.getByRole('group', { name: group }).getByLabel(choice, { exact: true }).check();
  await page.keyboard.press('Escape');
}

/** From disk the next page may be a process that hears a moment later of what was stored. */
function expectAnew(page: Page, check: () => Promise<void>): Promise<void> {
  return expect(async () => {
    await page.reload();
    await check();
  }).toPass();
}

test('size, face and points change the text and stay on the next page', async ({ page }) => {
  await page.goto(PAPER);
  const before = Number.parseFloat(await style(page, '.prose', 'font-size'));
  await choose(page, '字号', '特大');
  await choose(page, '正文', '黑体');
  await choose(page, '分点', '连排（原貌）');
  for (const path of [PAPER, '/papers/02-xinxi-fuwu.html']) {
    // From disk the next page may be a process that hears a moment later of what was stored.
    await expect(async () => {
      await page.goto(path);
      expect(Number.parseFloat(await style(page, '.prose', 'font-size'))).toBeGreaterThan(before);
      expect(await style(page, '.prose', 'font-family')).toContain('YaHei');
      expect(await style(page, '.point', 'display')).toBe('inline');
    }).toPass();
  }
  await page.getByRole('button', { name: '阅读设置' }).first().click();
  await expect(page.getByLabel('特大')).toBeChecked();
});

test('长辈模式 enlarges the whole site and stays', async ({ page }) => {
  await page.goto('/');
  const before = Number.parseFloat(await style(page, 'html', 'font-size'));
  await choose(page, '长辈模式', '开');
  await page.goto(PAPER);
  const size = async () => Number.parseFloat(await style(page, 'html', 'font-size'));
  await expectAnew(page, async () => expect(await size()).toBeGreaterThan(before));
  await choose(page, '长辈模式', '关');
  await expectAnew(page, async () => expect(await size()).toBe(before));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the sheet of settings has a button to close it', async ({ page }) => {
    await page.goto('/papers/02-xinxi-fuwu.html');
    await page.getByRole('button', { name: '阅读设置' }).last().tap();
    const sheet = page.getByRole('dialog', { name: '阅读设置' });
    await sheet.getByRole('button', { name: '关闭' }).tap();
    await expect(sheet).toBeHidden();
  });
});

test.describe('the theme', () => {
  const paper = (page: Page) => style(page, 'html', 'background-color');
  const LIGHT = 'rgb(246, 246, 241)';
  const DARK = 'rgb(22, 24, 26)';

  test('follows the system until the reader chooses, and then the reader', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(PAPER);
    expect(await paper(page)).toBe(DARK);
    await choose(page, '明暗', '纸');
    await expectAnew(page, async () => expect(await paper(page)).toBe(LIGHT));
    await page.emulateMedia({ colorScheme: 'light' });
    await choose(page, '明暗', '夜');
    await expectAnew(page, async () => expect(await paper(page)).toBe(DARK));
    await choose(page, '明暗', '随系统');
    await expectAnew(page, async () => expect(await paper(page)).toBe(LIGHT));
  });

  test('survives nonsense in the storage', async ({ page }) => {
    await page.goto(PAPER);
    await page.evaluate(() => localStorage.setItem('reading', '{"theme":'));
    await expectAnew(page, async () => expect(await paper(page)).toBe(LIGHT));
    await choose(page, '明暗', '夜');
    expect(await paper(page)).toBe(DARK);
  });
});
