import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HIDDEN } from '../../service/api/desk/open-test-desk-api.ts';
import { HAS_BROWSER } from '../open-browser.ts';
import { HARBOUR } from './articles.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const LONG_TITLE =
  'What the council of Quaymouth says about its ferries, its fares, and the people on the far side of the sound who have to pay them';
/** More than one page of the queue. */
const MANY = 60;
const ROOT_FONT = 14;

/** Run in the page: parts that run out of the screen, or whose words are cut off without a sign of it. */
const FIND_CUT = `(() => {
  const cut = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) cut.push('the page is ' + root.scrollWidth + ' wide');
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width === 0 || style.visibility === 'hidden' || element.closest('.unseen, .skip-link, .lazy:not(:has(*))')) continue;
    const name = element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 30);
    const isScrolled = [...function* () { for (let one = element.parentElement; one; one = one.parentElement) yield one; }()].some((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX));
    if ((box.right > innerWidth + 1 || box.left < -1) && !isScrolled) cut.push('beside the screen: ' + name);
    if (element.tagName === 'INPUT' || element.tagName === 'SELECT' || style.textOverflow === 'ellipsis') continue;
    const isHidden = (overflow) => ['hidden', 'clip'].includes(overflow);
    if (isHidden(style.overflowX) && element.scrollWidth > element.clientWidth + 1) cut.push('cut: ' + name);
    if (isHidden(style.overflowY) && element.scrollHeight > element.clientHeight + 1) cut.push('cut below: ' + name);
  }
  return cut;
})()`;

const listCut = (page: Page) => page.evaluate<readonly string[]>(FIND_CUT);

describe.runIf(HAS_BROWSER)('the queue', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;
  let harbour: string;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    ann = await desk.join('moderator');
    harbour = await desk.api.flag({ format: 'text', text: HARBOUR, title: LONG_TITLE, source: 'quaymouth-daily.example' });
    for (const index of [0, 1]) await desk.api.flag({ title: `Dredgers ${index}`, source: 'merrow.example' });
    await desk.api.flag({ title: 'Dredgers 2' });
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  it('says of each article what it is, from whom, why, since when, until when, and who has it', async () => {
    const ben = await desk.join('moderator');
    await ben.open(harbour);
    await ben.page.waitForSelector('.claim.mine');
    await ann.page.goto(`${desk.url}/desk/#/queue`);
    await ann.page.reload();
    const row = ann.page.locator('.queue-row', { hasText: 'Quaymouth' });
    await row.waitFor();
    const said = (await row.textContent()) ?? '';
    for (const part of [LONG_TITLE, 'quaymouth-daily.example', 'is below', 'Spam insert', ' ago', 'due in 23 h', ben.name])
      expect(said).toContain(part);
    expect(Number(await row.locator('.score').evaluate((one) => one.lastChild?.textContent))).toBeLessThan(85);
    expect(said).not.toContain('.00');
    await ben.context.close();
  }, 60_000);

  it('is narrowed down by the keyboard alone, also on a narrow screen, and as wide as before by one button', async () => {
    for (const width of [1400, 390]) {
      const { page } = ann;
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${desk.url}/desk/#/queue`);
      await page.reload();
      await page.waitForSelector('.queue-row');
      await page.keyboard.press('f');
      const focused = page.locator('.facets button:focus');
      await focused.waitFor();
      for (let step = 0; step < 20; step++) {
        if ((await focused.textContent())?.includes('Hidden text')) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.queue-row').count(), { timeout: 5000 }).toBe(3);
      // The filter that was pressed still has the focus, and takes itself away again.
      expect(await focused.textContent()).toContain('Hidden text');
      expect(await focused.getAttribute('aria-pressed')).toBe('true');
      expect(await page.locator('.facets bdi').allTextContents()).not.toContain('');
      await page.getByRole('button', { name: 'Clear all filters' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.queue-row').count(), { timeout: 5000 }).toBe(4);
      await focused.waitFor();
      // Keys go on from the row that has the focus.
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      expect(await page.locator('.queue-row').nth(1).locator('a:focus').count()).toBe(1);
    }
    await ann.page.setViewportSize({ width: 1400, height: 900 });
  }, 60_000);

  it('puts whoever comes back to where they were', async () => {
    const { page } = ann;
    await page.goto(`${desk.url}/desk/#/queue`);
    await page.reload();
    await page.waitForSelector('.queue-row');
    const link = page.locator('.queue-row', { hasText: 'Dredgers 1' }).locator('a');
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.claim.mine');
    expect(await page.locator('#article-title:focus').count()).toBe(1);
    await page.keyboard.press('q');
    await page.locator('.queue-row', { hasText: 'Dredgers 1' }).locator('a:focus').waitFor({ timeout: 5000 });
    await page.keyboard.press('/');
    await page.keyboard.type('Dredgers');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.queue-row').count(), { timeout: 5000 }).toBe(3);
    expect(await page.locator('input[type=search]:focus').inputValue()).toBe('Dredgers');
  }, 60_000);

  it('does not say that nothing waits when it could not ask', async () => {
    const { page } = ann;
    await page.route(/\/v1\/desk\/(?:queue|next)/u, (route) => route.abort());
    await page.goto(`${desk.url}/desk/#/queue`);
    await page.reload();
    await page.locator('.notice', { hasText: 'could not be read' }).waitFor();
    expect(await page.locator('.centre.empty').count()).toBe(0);
    await page.keyboard.press('c');
    await page.locator('.message-box.bad', { hasText: 'cannot be reached' }).waitFor();
    await page.unroute(/\/v1\/desk\/(?:queue|next)/u);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('.queue-row');
    expect(await page.locator('.notice').count()).toBe(0);
  }, 60_000);

  it.each(['light', 'dark'] as const)(
    'shows everything at 200 percent, and with letters twice as large, %s',
    async (colorScheme) => {
      const eve = await desk.join('moderator', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, colorScheme });
      const { page } = eve;
      const id = await desk.api.flag({
        format: 'text',
        text: `${HARBOUR}\n${colorScheme}`,
        title: LONG_TITLE,
        source: 'merrow.example',
      });
      for (const scale of [1, 2]) {
        // As a browser does whose letters are set to be large.
        const grow = () => page.evaluate(`document.documentElement.style.fontSize = '${scale * ROOT_FONT}px'`);
        const cut: Record<string, readonly string[]> = {};
        await page.goto(`${desk.url}/desk/#/queue`);
        await page.reload();
        await grow();
        await page.waitForSelector('.queue-row');
        cut.queue = await listCut(page);
        await page.getByRole('button', { name: 'Filters', exact: true }).click();
        cut.filters = await listCut(page);
        await eve.open(id);
        await page.waitForSelector('.claim.mine');
        for (const column of ['Original', 'Cleaned', 'Findings']) {
          await page.locator('.column-tabs').getByRole('button', { name: column }).click();
          if (column === 'Findings') await page.locator('.finding-head', { hasText: 'Near-duplicate' }).first().click();
          cut[column] = await listCut(page);
        }
        for (const key of ['v', 'x', 'e', '?', ']', 't']) {
          await page.keyboard.press(key);
          if (key === ']') continue;
          await page.waitForSelector('dialog[open]');
          cut[`dialogue ${key}`] = await listCut(page);
          await page.keyboard.press('Escape');
          await page.waitForSelector('dialog[open]', { state: 'detached' });
        }
        await page.keyboard.press('n');
        await page.waitForSelector('.notes textarea:focus');
        // What has the focus is not under the bars.
        const isSeen = await page.evaluate<boolean>(
          '(() => { const box = document.activeElement.getBoundingClientRect(); return document.activeElement.contains(document.elementFromPoint(box.left + 8, box.top + 8)); })()',
        );
        expect(isSeen).toBe(true);
        cut.notes = await listCut(page);
        expect(Object.fromEntries(Object.entries(cut).filter(([, all]) => all.length > 0))).toEqual({});
      }
      await eve.context.close();
    },
    120_000,
  );

  it('keeps the pages that somebody has asked for, while new articles come', async () => {
    const articles = Array.from({ length: MANY }, (_, index) => ({
      id: `many ${index}`,
      format: 'html',
      text: HIDDEN,
      title: `Many ${index}`,
    }));
    await desk.api.call('/v1/articles', { body: { articles } });
    const count = async () => Number((await desk.api.call('/v1/desk/queue')).json.count);
    await expect.poll(count, { timeout: 60_000, interval: 500 }).toBeGreaterThan(MANY);
    const { page } = ann;
    await page.goto(`${desk.url}/desk/#/queue`);
    await page.reload();
    await page.waitForSelector('.queue-row');
    const first = await page.locator('.queue-row').count();
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => page.locator('.queue-row').count(), { timeout: 5000 }).toBeGreaterThan(first);
    const all = await page.locator('.queue-row').count();
    await page.locator('.queue-row').nth(first).locator('a:focus').waitFor();
    // Longer than until the next look.
    await page.waitForTimeout(17_000);
    expect(await page.locator('.queue-row').count()).toBe(all);
    expect(await ann.faults()).toEqual([]);
  }, 120_000);
});
