import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../../service/delivery/start-receiver.ts';
import { CLEAN } from '../../service/review/open-review.ts';
import { HAS_BROWSER } from '../open-browser.ts';
import { HARBOUR } from './articles.ts';
import { lookAt } from './look-at.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const WHY = 'These boats are real: the order stands in the minutes of the board.';
const SECONDS = 1000;

describe.runIf(HAS_BROWSER)('appeals, in the page', () => {
  let desk: DeskBrowser;
  let receiver: Receiver;
  let ann: DeskPage;
  let ben: DeskPage;
  let publisher: DeskPage;

  beforeAll(async () => {
    receiver = await startReceiver();
    desk = await openDeskBrowser();
    const { status, text } = await desk.api.call('/v1/tenant', { method: 'PUT', body: { webhookUrl: receiver.url } });
    expect(status, text).toBe(200);
    [ann, ben, publisher] = [await desk.join('moderator'), await desk.join('moderator'), await desk.join('publisher')];
  }, 200_000);

  afterAll(async () => {
    await desk.close();
    await receiver.close();
  }, 60_000);

  const told = (id: string) =>
    receiver.received
      .map(({ body }) => JSON.parse(body))
      .filter(({ data }) => data.id === id)
      .map(({ type }) => type);
  /** An article that Ann rejects, and of which its publisher has heard. */
  const reject = async (title: string) => {
    const id = await desk.api.flag({ format: 'text', text: `${HARBOUR}\n${title}.`, title });
    await ann.open(id);
    await ann.page.waitForSelector('.claim.mine');
    await ann.page.keyboard.press('x');
    await ann.page.waitForSelector('dialog[open]');
    await ann.page.keyboard.press('1');
    await ann.page.locator('.undo-bar').waitFor();
    await expect.poll(() => told(id), { timeout: 60 * SECONDS, interval: 300 }).toContain('review.rejected');
    return id;
  };
  const openFromQueue = async ({ page }: DeskPage, title: string) => {
    await page.goto(`${desk.url}/desk/#/queue`);
    await page.getByRole('button', { name: 'Appeals' }).click();
    await page.locator('.queue-row', { hasText: title }).locator('a').click();
    await page.waitForSelector('.appeal-notice');
  };

  it('show publishers a place of their own, from which they open an article', async () => {
    const { page } = publisher;
    await page.goto(`${desk.url}/desk/#/queue`);
    await page.getByRole('heading', { name: 'Your articles' }).waitFor();
    expect(await page.locator('.message-box.bad').count()).toBe(0);
    await lookAt(page, 'publisher');
  }, 60_000);

  it('are opened by a publisher, seen in the queue, decided by somebody else, and told', async () => {
    const title = 'Pilot boats of Merrow';
    const id = await reject(title);
    const { page } = publisher;
    await page.getByLabel('Id of the article').fill(id);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    const seen = await page.locator('main').textContent();
    expect(seen).not.toContain(ann.name);
    await lookAt(page, 'publisher article');
    await page.getByRole('button', { name: 'Appeal' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('Why is it wrong?').fill(WHY);
    await lookAt(page, 'appeal dialog');

    // What was written stays until the desk has it.
    await page.route('**/appeals', (route) => route.abort());
    await dialog.getByRole('button', { name: 'Appeal' }).click();
    await page.getByText('The desk cannot be reached.').waitFor();
    expect(await dialog.getByLabel('Why is it wrong?').inputValue()).toBe(WHY);
    await page.unroute('**/appeals');
    await dialog.getByRole('button', { name: 'Appeal' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.appeal-notice', { hasText: WHY }).waitFor();
    await page.getByText('Nobody has decided it yet.').first().waitFor();
    await lookAt(page, 'appeal opened');

    // Whoever decided may look, and is told why there is nothing to press.
    await openFromQueue(ann, title);
    await ann.page.getByText('You have part in this: somebody else decides it.').waitFor();
    expect(await ann.page.locator('.decision-bar .primary').count()).toBe(0);

    await openFromQueue(ben, title);
    await ben.page.waitForSelector('.claim.mine');
    const notice = (await ben.page.locator('.appeal-notice').textContent()) ?? '';
    for (const part of [WHY, publisher.name, 'Accepting would uphold it.', 'Rejecting would dismiss it.'])
      expect(notice).toContain(part);
    await lookAt(ben.page, 'appeal to decide');
    await ben.page.keyboard.press('a');
    await ben.page.locator('.undo-bar').waitFor();
    await expect.poll(() => told(id), { timeout: 60 * SECONDS, interval: 300 }).toContain('review.accepted');

    await page.reload();
    await page.locator('.appeal-notice', { hasText: 'Upheld.' }).waitFor();
    expect(await page.getByRole('button', { name: 'Appeal' }).count()).toBe(0);
    expect(await page.locator('main').textContent()).not.toContain(ben.name);
    await lookAt(page, 'appeal upheld');
    expect([...(await ann.faults()), ...(await ben.faults()), ...(await publisher.faults())].join()).not.toMatch(/Error|inline/u);
  }, 240_000);

  /** An appeal by the key of a publisher. */
  const appealByKey = async (id: string) => {
    const { json } = await desk.api.call('/v1/keys', { body: { name: 'paper', scopes: ['submit', 'read'] } });
    const sent = await desk.api.call(`/v1/articles/${id}/appeal`, { key: String(json.key), body: { text: WHY } });
    expect(sent.status, sent.text).toBe(201);
  };

  it('are opened by a key too', async () => {
    const title = 'Launches of Lindholm';
    const id = await reject(title);
    await appealByKey(id);
    await openFromQueue(ben, title);
    await ben.page.waitForSelector('.claim.mine');
    await ben.page.locator('.appeal-notice', { hasText: WHY }).waitFor();
    await ben.page.keyboard.press('x');
    await ben.page.waitForSelector('dialog[open]');
    await ben.page.keyboard.press('1');
    await ben.page.locator('.undo-bar').waitFor();
    await expect
      .poll(() => told(id).filter((type) => type === 'review.rejected').length, { timeout: 60 * SECONDS, interval: 300 })
      .toBe(2);
    await ben.open(id);
    await ben.page.locator('.appeal-notice', { hasText: 'Dismissed.' }).waitFor();
  }, 240_000);

  it('are said to be closed, and why, when the article was moderated anew', async () => {
    const text = 'The harbour council of Tolm met at noon on Monday to hear what its pilots wanted.';
    const { json } = await desk.api.call('/v1/articles', { body: { id: 'tolm', text }, headers: { prefer: 'wait=30' } });
    const id = String(json.id);
    expect(json.status).toBe('accepted');
    expect((await desk.api.call(`/v1/articles/${id}/appeal`, { body: { text: WHY } })).status).toBe(201);
    expect((await desk.api.call(`/v1/articles/${id}/replay`, { method: 'POST' })).status).toBe(202);
    for (const visitor of [publisher, ben]) {
      await visitor.open(id);
      const notice = (await visitor.page.locator('.appeal-notice').textContent()) ?? '';
      expect(notice).toContain('Closed: the article was moderated anew.');
      expect(notice).not.toContain('Nobody has decided it yet.');
    }
  }, 240_000);

  it("against the machine's acceptance are turned down by accepting", async () => {
    const title = 'Tugs of Kowamouth';
    const body = { id: title, format: 'html', text: CLEAN, title };
    const { json, text } = await desk.api.call('/v1/articles', { body, headers: { prefer: 'wait=30' } });
    expect(json.status, text).toBe('accepted');
    const id = String(json.id);
    await appealByKey(id);
    await openFromQueue(ben, title);
    await ben.page.waitForSelector('.claim.mine');
    const notice = (await ben.page.locator('.appeal-notice').textContent()) ?? '';
    for (const part of ['Accepting would dismiss it.', 'Rejecting would uphold it.']) expect.soft(notice).toContain(part);
    await ben.page.keyboard.press('a');
    await ben.page.locator('.undo-bar').waitFor();
    await ben.open(id);
    await ben.page.locator('.appeal-notice', { hasText: 'Dismissed.' }).waitFor();
    expect((await desk.api.call(`/v1/articles/${id}`)).json.status).toBe('accepted');
  }, 240_000);

  it('are decided by one press of whoever has not claimed them yet', async () => {
    const title = 'Lighters of Quaymouth';
    const id = await reject(title);
    await appealByKey(id);
    const eve = await desk.join('moderator');
    await eve.page.evaluate("localStorage.setItem('copydesk.preferences', JSON.stringify({ claimsOnOpen: false }))");
    await eve.page.reload();
    await openFromQueue(eve, title);
    await eve.page.locator('.decision-bar .claim', { hasText: 'Nobody' }).waitFor();
    await eve.page.keyboard.press('a');
    await eve.page.locator('.undo-bar').waitFor();
    await eve.open(id);
    await eve.page.locator('.appeal-notice', { hasText: 'Upheld.' }).waitFor();
    await eve.context.close();
  }, 240_000);
});
