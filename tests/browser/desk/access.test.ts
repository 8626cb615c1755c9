import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listViolations } from '../list-violations.ts';
import { HAS_BROWSER } from '../open-browser.ts';
import { HARBOUR } from './articles.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const SIZES = { wide: { width: 1400, height: 900 }, narrow: { width: 390, height: 800 } } as const;
const CASES = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['wide', 'narrow'] as const).map((size) => ({ colorScheme, size })),
);

describe.runIf(HAS_BROWSER)('the desk for everybody', () => {
  let desk: DeskBrowser;
  let other: DeskPage;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    other = await desk.join('lead');
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  it.each(CASES)(
    'breaks no rule of axe, $colorScheme and $size',
    async ({ colorScheme, size }) => {
      const root = await desk.join('admin', { colorScheme, viewport: SIZES[size] });
      const { page } = root;
      const found: Record<string, readonly string[]> = {};
      const check = async (state: string) => {
        found[state] = await listViolations(page);
        // Nothing runs out of the screen to the side.
        expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), state).toBeLessThanOrEqual(0);
      };
      const id = await desk.api.flag({
        format: 'text',
        text: `${HARBOUR}\n${colorScheme} ${size}`,
        title: 'Harbour board of Merrow',
        source: 'merrow.example',
      });
      const taken = await desk.api.flag();
      await other.open(taken);
      await other.page.waitForSelector('.claim.mine');

      for (const screen of ['check', 'rules', 'bulk', 'people', 'settings']) {
        await page.goto(`${desk.url}/desk/#/${screen}`);
        await page.waitForSelector('main h1');
        await check(screen);
      }
      await page.goto(`${desk.url}/desk/#/queue`);
      await page.waitForSelector('.queue-row');
      await page.keyboard.press('J');
      await check('queue');
      await page.goto(`${desk.url}/desk/#/queue?q=nothinglikethis`);
      await page.waitForSelector('.centre.empty .big');
      await check('empty queue');
      await root.open(taken);
      await page.waitForSelector('.notice.theirs');
      await check('article of somebody else');
      await root.open(id);
      await page.waitForSelector('.claim.mine');
      await check('article');
      for (let step = 0; step < 3; step++) await page.keyboard.press('j');
      await page.keyboard.press(']');
      await check('chosen finding');
      await page.evaluate("document.querySelector('.gap > button').click()");
      await check('open gap');
      for (const [key, name] of [
        ['v', 'side by side'],
        ['x', 'reasons'],
        ['?', 'keys'],
        ['t', 'edit'],
      ] as const) {
        await page.keyboard.press(key);
        await page.waitForSelector('dialog[open]');
        await check(name);
        await page.keyboard.press('Escape');
        await page.waitForSelector('dialog[open]', { state: 'detached' });
      }
      await page.keyboard.press('r');
      await page.waitForSelector('.finding.amended', { state: 'attached' });
      await check('restored');
      await page.keyboard.press('n');
      await page.waitForSelector('.notes textarea:focus');
      await check('notes');
      await page.locator('#tab-history').click();
      await check('history');
      await page.keyboard.press('b');
      await check('blurred');
      await page.keyboard.press('b');
      const decided = page.url();
      await page.keyboard.press('a');
      await page.waitForSelector('.undo-bar');
      // What comes next is there too.
      await expect.poll(() => page.url()).not.toBe(decided);
      await page.waitForSelector('h1');
      await check('held decision');
      const faulty = Object.entries(found).filter(([, violations]) => violations.length > 0);
      expect(Object.fromEntries(faulty)).toEqual({});
      expect(Object.keys(found).length).toBeGreaterThan(15);
      expect(await root.faults()).toEqual([]);
      await root.context.close();
    },
    240_000,
  );

  it.each(['light', 'dark'] as const)(
    'has a door that breaks no rule, %s',
    async (colorScheme) => {
      const context = await desk.browser.newContext({ colorScheme });
      const page = await context.newPage();
      await page.goto(`${desk.url}/desk/`);
      await page.waitForSelector('form');
      expect(await listViolations(page)).toEqual([]);
      await page.fill('input[autocomplete=username]', 'nobody');
      await page.fill('input[type=password]', 'nothing at all');
      await page.click('button[type=submit]');
      await page.waitForSelector('.fault');
      expect(await listViolations(page)).toEqual([]);
      await page.goto(`${desk.url}/desk/#join=nothing`);
      await page.reload();
      await page.waitForSelector('input[autocomplete=new-password]');
      expect(await listViolations(page)).toEqual([]);
      await context.close();
    },
    60_000,
  );
});
