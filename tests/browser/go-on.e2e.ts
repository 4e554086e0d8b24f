import { expect, type Page, type Place, test } from './fixtures.ts';

const PAPER = '/papers/02-xinxi-fuwu.html';

const offer = (page: Page) => page.getByRole('complementary', { name: '接着读' });

/** Reads on to a place, and leaves. */
async function readTo(page: Page, { hash, element }: Place): Promise<void> {
  await page.goto(PAPER);
  await element.evaluate((node) => {
    scrollTo({ top: node.getBoundingClientRect().top + scrollY - 60, behavior: 'instant' });
  });
  await expect(page.locator('#outline li [aria-current]')).toHaveAttribute('href', hash);
  await page.goto('about:blank');
}

/**
 * Scrolls to the beginning or far beyond the end. Until a page is drawn whole the browser brings it back to
 * the place its address names, though not from where a reader's own finger has moved it.
 */
async function scrollToEdge(page: Page, top: number): Promise<void> {
  const isThere = () =>
    page.evaluate(async (y) => {
      scrollTo({ top: y, behavior: 'instant' });
      for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
      const { scrollHeight } = document.documentElement;
      return y === 0 ? scrollY === 0 : scrollY + innerHeight > scrollHeight - 2;
    }, top);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await expect.poll(isThere).toBe(true);
}

test('a paper left in the middle offers to go on from there', async ({ page, place }) => {
  const left = place(`${PAPER}#s2-2`);
  await readTo(page, left);
  await page.goto(left.page);
  await expect(offer(page)).toContainText('接着读：二是深入开展好信息调研');
  await offer(page).getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`${left.hash}$`));
  await expect(left.element).toBeInViewport();
  await expect(offer(page)).toBeHidden();
});

test('nothing is offered at another paper, at an address with a place, or once refused', async ({
  page,
  place,
}) => {
  const left = place(`${PAPER}#s2-2`);
  await readTo(page, left);
  for (const path of ['/papers/01-fazhi-xuanchuan.html', `${PAPER}#s1`, `${PAPER}?q=信息`]) {
    await page.goto(path);
    await expect(page.locator('#outline [aria-current]')).toHaveCount(1);
    await expect(offer(page)).toBeHidden();
    await page.goto('about:blank');
  }
  await readTo(page, left);
  await page.goto(left.page);
  await offer(page).getByRole('button', { name: '不用' }).click();
  await expect(offer(page)).toBeHidden();
});

test('a paper read to its end, or hardly begun, offers nothing', async ({ page, place }) => {
  const left = place(`${PAPER}#s2-2`);
  await readTo(page, left);
  for (const top of [1e6, 0]) {
    await page.goto(PAPER);
    await scrollToEdge(page, top);
    await page.goto('about:blank');
    await page.goto(left.page);
    await expect(page.locator('#outline [aria-current]')).toHaveCount(1);
    await expect(offer(page)).toBeHidden();
    await page.goto('about:blank');
  }
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
