import { expect, type Page, test } from './fixtures.ts';

const PAPER = '/papers/02-xinxi-fuwu.html';

const offer = (page: Page) => page.getByRole('complementary', { name: '接着读' });

async function readTo(page: Page, id: string): Promise<void> {
  await page.goto(PAPER);
  await page.locator(id).evaluate((node) => {
    scrollTo({ top: node.getBoundingClientRect().top + scrollY - 60, behavior: 'instant' });
  });
  await expect(page.locator('nav[aria-label="提纲"] [aria-current]')).toHaveAttribute('href', id);
}

test('a paper left in the middle offers to go on from there', async ({ page }) => {
  await readTo(page, '#s2-2');
  await page.goto('/');
  await page.goto(PAPER);
  await expect(offer(page)).toContainText('接着读：二是深入开展好信息调研');
  await offer(page).getByRole('link').click();
  await expect(page).toHaveURL(/#s2-2$/);
  await expect(page.locator('#s2-2')).toBeInViewport();
  await expect(offer(page)).toBeHidden();
});

test('nothing is offered at another paper, at an address with a place, or once refused', async ({
  page,
}) => {
  await readTo(page, '#s2-2');
  for (const path of ['/papers/01-fazhi-xuanchuan.html', `${PAPER}#s1`, `${PAPER}?q=信息`]) {
    await page.goto('/');
    await page.goto(path);
    await expect(page.locator('#outline [aria-current]')).toHaveCount(1);
    await expect(offer(page)).toBeHidden();
  }
  await readTo(page, '#s2-2');
  await page.goto('/');
  await page.goto(PAPER);
  await offer(page).getByRole('button', { name: '不用' }).click();
  await expect(offer(page)).toBeHidden();
});

test('a paper read to its end, or hardly begun, offers nothing', async ({ page }) => {
  await readTo(page, '#s2-2');
  await page.evaluate(() => scrollTo({ top: 1e6, behavior: 'instant' }));
  await page.goto('/');
  await page.goto(PAPER);
  await expect(page.locator('#outline [aria-current]')).toHaveCount(1);
  await expect(offer(page)).toBeHidden();
});

test('the settings are within reach in the middle of a page, and open beside their button', async ({
  page,
}) => {
  for (const path of [PAPER, '/papers/04-sixue-sanban-siyan.html']) {
    await page.goto(path);
    await page.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
    const button = page
      .getByRole('complementary', { name: '阅读工具' })
      .getByRole('button', { name: '阅读设置' });
    await expect(button).toBeInViewport({ ratio: 1 });
    await button.click();
    await expect(page.locator('#settings')).toBeInViewport({ ratio: 1 });
    const [box, from] = [await page.locator('#settings').boundingBox(), await button.boundingBox()];
    expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) - (from?.y ?? 0))).toBeLessThan(40);
    await page.keyboard.press('Escape');
  }
});
