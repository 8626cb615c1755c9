import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER } from '../open-browser.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

describe.runIf(HAS_BROWSER)('somebody who is signed in', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    const { status, text } = await desk.api.call('/v1/tenants', { body: { id: 'gazette' } });
    expect(status, text).toBeLessThan(300);
    ann = await desk.join('moderator');
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  const take = async () => {
    const id = await desk.flagHarbour();
    await turnTo('default');
    await ann.take(id);
    return id;
  };
  const turnTo = (tenant: string) => ann.page.getByLabel('Tenant').selectOption(tenant);

  it('gives a claim back to the tenant of the article when they turn to another one', async () => {
    const id = await take();
    const released = ann.page.waitForResponse(/\/release$/u);
    await turnTo('gazette');
    expect((await released).status()).toBe(200);
    expect((await desk.api.call(`/v1/desk/articles/${id}`)).json.claimant).toBeNull();
  }, 60_000);

  it('is offered the undoing of a decision only in its tenant', async () => {
    const { page } = ann;
    const id = await take();
    await page.keyboard.press('a');
    await page.waitForSelector('.undo-bar');
    await turnTo('gazette');
    await page.waitForSelector('.undo-bar', { state: 'detached', timeout: 4000 });
    expect((await desk.api.call(`/v1/articles/${id}`)).json.status).toBe('accepted');
  }, 60_000);

  it('is not asked to sign in while the desk cannot be reached', async () => {
    const { page } = ann;
    await page.route('**/v1/desk/session', (route) => route.abort());
    await page.goto(`${desk.url}/desk/#/queue`);
    await page.reload();
    await page.getByText('The desk cannot be reached.').waitFor({ timeout: 10_000 });
    expect(await page.locator('input[type=password]').count()).toBe(0);
    await page.unroute('**/v1/desk/session');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('#main h1');
    expect(await ann.faults()).toEqual([]);
  }, 60_000);
});
