import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HIDDEN } from '../../service/api/desk/open-test-desk-api.ts';
import { HAS_BROWSER } from '../open-browser.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

/** More than one page of the queue. */
const MANY = 60;

describe.runIf(HAS_BROWSER)('pages of the queue', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    ann = await desk.join('moderator');
    await desk.api.flag({ title: 'Dredgers', source: 'merrow.example' });
    const articles = Array.from({ length: MANY }, (_, index) => ({ id: `many ${index}`, format: 'html', text: HIDDEN }));
    await desk.api.call('/v1/articles', { body: { articles } });
    const count = async () => Number((await desk.api.call('/v1/desk/queue')).json.count);
    await vi.waitFor(async () => expect(await count()).toBe(MANY + 1), { timeout: 120_000, interval: 500 });
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  const openQueue = async () => {
    await ann.page.goto(`${desk.url}/desk/#/queue`);
    await ann.page.reload();
    await ann.page.waitForSelector('.queue-row');
    return ann.page.locator('.queue-row').count();
  };
  const more = () => ann.page.getByRole('button', { name: 'Show more' });

  it('are asked for again, and the queue is looked at as before, when one did not come', async () => {
    const { page } = ann;
    const first = await openQueue();
    await page.route(/\/queue\?.*cursor=/u, (route) => route.abort());
    await more().click();
    await page.locator('.message-box.bad', { hasText: 'cannot be reached' }).waitFor();
    const look = page.waitForResponse(/\/queue\?.*facets=/u, { timeout: 10_000 });
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    expect((await look).status()).toBe(200);
    await page.unroute(/\/queue\?.*cursor=/u);
    await more().click();
    await expect.poll(() => page.locator('.queue-row').count(), { timeout: 10_000 }).toBeGreaterThan(first);
  }, 60_000);

  it('are those of the filter of now, also when one is asked for before the filter has its answer', async () => {
    const { page } = ann;
    await openQueue();
    const cursors: string[] = [];
    page.on('request', (request) => request.url().includes('cursor=') && cursors.push(request.url()));
    const gate = Promise.withResolvers<void>();
    await page.route(/\/queue\?.*source=merrow/u, async (route) => {
      await gate.promise;
      await route.continue();
    });
    const asked = page.waitForRequest(/\/queue\?.*source=merrow/u);
    await page.evaluate("location.hash = '#/queue?source=merrow.example'");
    await asked;
    // Pressed as somebody would who does not see yet that the list is another one.
    if ((await more().count()) > 0)
      await more()
        .click({ timeout: 2000 })
        .catch(() => undefined);
    await page.waitForTimeout(300);
    gate.resolve();
    await expect.poll(() => page.locator('.queue-row').count(), { timeout: 10_000 }).toBe(1);
    expect(cursors).toEqual([]);
    expect(await page.locator('.message-box.bad').count()).toBe(0);
    expect(await ann.faults()).toEqual([]);
  }, 60_000);
});
