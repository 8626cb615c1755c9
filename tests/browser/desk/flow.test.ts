import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvents } from '../../service/api/desk/open-test-desk-api.ts';
import { type Receiver, startReceiver } from '../../service/delivery/start-receiver.ts';
import { endLease } from '../../service/end-lease.ts';
import { HAS_BROWSER } from '../open-browser.ts';
import { ADVERT } from './articles.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const SECONDS = 1000;

describe.runIf(HAS_BROWSER)('the page of the desk', () => {
  let desk: DeskBrowser;
  let receiver: Receiver;
  let ann: DeskPage;

  beforeAll(async () => {
    receiver = await startReceiver();
    desk = await openDeskBrowser();
    const { status, text } = await desk.api.call('/v1/tenant', { method: 'PUT', body: { webhookUrl: receiver.url } });
    expect(status, text).toBe(200);
    ann = await desk.join('moderator');
  }, 200_000);

  afterAll(async () => {
    await desk.close();
    await receiver.close();
  }, 60_000);

  /** The page renews a claim when it has got it; after that, not for many seconds. */
  const openRenewed = async (id: string) => {
    const renewed = ann.page.waitForResponse((response) => response.url().endsWith('/renew'));
    await ann.open(id);
    await ann.page.waitForSelector('.claim.mine');
    expect((await renewed).status()).toBe(200);
  };

  it('takes an article from its submission over a restored span and an undone decision to its publisher', async () => {
    const { page } = ann;
    const id = await desk.flagHarbour({ title: 'Harbour board of Merrow buys two electric pilot boats' });
    await page.goto(`${desk.url}/desk/#/queue`);
    await page.locator('.queue-row', { hasText: 'Harbour board' }).first().locator('a').click();
    await page.waitForSelector('.claim.mine');
    const advert = page.locator('.cell.cleaned', { hasText: ADVERT });
    expect(await advert.count()).toBe(0);
    await page.locator('.finding-head', { hasText: 'Spam insert' }).click();
    expect(await page.locator('.finding.chosen .name').textContent()).toContain('×3');
    await page.keyboard.press('r');
    await advert.first().waitFor();
    expect(await advert.count()).toBe(3);
    const points = await page
      .locator('.why [data-points]')
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-points'))));
    const score = Number(await page.locator('.score.large').evaluate((one) => one.lastChild?.textContent));
    expect(100 - points.reduce((sum, one) => sum + one, 0)).toBeCloseTo(score, 8);

    await page.keyboard.press('a');
    await page.locator('.undo-bar').waitFor();
    await page.keyboard.press('u');
    await page.waitForSelector('.claim.mine');
    expect(await advert.count()).toBe(3);
    // While the act before is under way, the buttons are off and keys do nothing.
    await page.locator('button:enabled', { hasText: 'Reject' }).waitFor();
    await page.keyboard.press('x');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('2');
    await page.locator('.undo-bar').waitFor();
    const told = () => receiver.received.map(({ body }) => JSON.parse(body)).filter(({ data }) => data.id === id);
    await expect.poll(() => told().map(({ type }) => type), { timeout: 120 * SECONDS }).toContain('review.rejected');
    // Of the decision that was undone in time nobody has heard.
    expect(told().map(({ type }) => type)).not.toContain('review.accepted');
    const body = told().at(-1);
    expect(body).toMatchObject({ type: 'review.rejected', data: { id, status: 'rejected' } });
    expect(body.data.result.text.split(ADVERT)).toHaveLength(4);
    const [undone, again] = readEvents(desk.api, 'review.decided').filter((line) => line.article_id === id);
    expect([undone?.keys, again?.keys].every((keys) => Number(keys) > 0 && Number(keys) < 20)).toBe(true);
    expect(Number(undone?.review_seconds)).toBeGreaterThan(0);
    expect(await ann.faults()).toEqual([]);
  }, 240_000);

  it('accepts by one key, and goes on to the next article', async () => {
    const [first, second] = [await desk.flagHarbour(), await desk.flagHarbour()];
    await ann.open(first);
    await ann.page.waitForSelector('.claim.mine');
    await ann.page.keyboard.press('a');
    await expect.poll(() => ann.page.url(), { timeout: 10_000 }).not.toContain(first);
    const { json } = await desk.api.call(`/v1/articles/${first}`);
    expect(json.status).toBe('accepted');
    await ann.open(second);
  }, 60_000);

  it('tells the second of two people who has the article, and shows whoever comes too late what has changed', async () => {
    const ben = await desk.join('moderator');
    const id = await desk.flagHarbour();
    await openRenewed(id);
    await ben.open(id);
    await ben.page.waitForSelector('.notice.theirs');
    expect(await ben.page.locator('.notice').textContent()).toContain(ann.name);
    expect(await ben.page.locator('.looking').textContent()).toContain(ann.name);
    expect(await ben.page.locator('.decision-bar .primary').count()).toBe(0);

    // Ann's claim runs out while her page shows what it showed; Ben changes the text.
    await endLease(desk.api.desk.pool, id);
    await ben.page.reload();
    await ben.page.waitForSelector('.claim.mine');
    await ben.page.locator('.finding-head', { hasText: 'Garbage' }).click();
    await ben.page.keyboard.press('r');
    await ben.page.locator('.finding.amended').waitFor();
    const refused = ann.page.waitForResponse((response) => response.url().endsWith('/decide'));
    await ann.page.keyboard.press('a');
    expect((await refused).status()).toBe(409);
    const dialog = ann.page.locator('dialog[open]');
    await dialog.waitFor();
    const said = (await dialog.textContent()) ?? '';
    for (const part of [ben.name, 'Claim ran out', 'Span restored', 'x9Kq27ZtPw4vBn8sLr3dGm6yHc1jTf5aUe0oQi7Xk'])
      expect(said).toContain(part);
    await dialog.getByRole('button', { name: 'Look at it now' }).click();
    await ann.page.waitForSelector('.claim.theirs');
    expect(await ann.page.locator('.cell.cleaned', { hasText: 'x9Kq27' }).count()).toBe(1);
    const { json } = await desk.api.call(`/v1/articles/${id}`);
    expect(json.status).toBe('flagged');
    expect([...(await ann.faults()), ...(await ben.faults())]).toEqual([]);
    await ben.context.close();
  }, 120_000);

  it('says that a claim is over when it was not renewed', async () => {
    const id = await desk.flagHarbour();
    await openRenewed(id);
    await endLease(desk.api.desk.pool, id);
    await ann.page.keyboard.press('x');
    await ann.page.keyboard.press('1');
    // The dialog of reasons may be closing still.
    await ann.page.locator('dialog[open]', { hasText: 'Your claim ran out' }).waitFor();
    await ann.page.keyboard.press('Escape');
    await ann.page.getByRole('button', { name: 'Claim' }).click();
    await ann.page.waitForSelector('.claim.mine');
  }, 60_000);
});
