import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER } from '../open-browser.ts';
import { ADVERT, HARBOUR } from './articles.ts';
import { lookAt } from './look-at.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const NOTE = 'Torvald rang: the boats are real.';

describe.runIf(HAS_BROWSER)('second looks, in the page', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;
  let lead: DeskPage;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    const admin = await desk.api.join('admin');
    const { status } = await admin.call('/v1/desk/settings', { method: 'PUT', body: { secondReviewShare: 1 } });
    expect(status).toBe(200);
    [ann, lead] = [await desk.join('moderator'), await desk.join('lead')];
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  /** An article that Ann has changed, noted and rejected; it comes into the sample once its hold is over. */
  const decide = async (count: number) => {
    const id = await desk.api.flag({ format: 'text', text: `${HARBOUR}\nNo. ${count}.`, title: `Pilot boats, part ${count}` });
    const { page } = ann;
    await ann.open(id);
    await page.waitForSelector('.claim.mine');
    await page.locator('.finding-head', { hasText: 'Spam insert' }).click();
    await page.keyboard.press('r');
    await page.locator('.cell.cleaned', { hasText: ADVERT }).first().waitFor();
    await page.keyboard.press('n');
    await page.locator('.notes textarea').fill(NOTE);
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.locator('.note', { hasText: NOTE }).waitFor();
    await page.locator('h1').first().focus();
    await page.locator('button:enabled', { hasText: 'Reject' }).waitFor();
    await page.keyboard.press('x');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('5');
    // The bar of the decision before may still stand, so the store tells when this one is taken.
    const { pool } = desk.api.desk;
    await expect
      .poll(async () => (await pool.query('SELECT 1 FROM copydesk.checks WHERE article_id = $1', [id])).rowCount, {
        timeout: 20_000,
      })
      .toBe(1);
    await pool.query("UPDATE copydesk.checks SET decided_at = decided_at - interval '1 minute'");
  };

  it('say that nothing waits, and what comes here', async () => {
    await lead.page.goto(`${desk.url}/desk/#/check`);
    await lead.page.getByText('Nothing waits for a second look.').waitFor();
    expect(await lead.page.evaluate('document.activeElement.tagName')).toBe('H1');
    await lookAt(lead.page, 'check nothing');
  }, 60_000);

  it('show nothing of the first decision, and tell a lead how often both were of one mind', async () => {
    await decide(1);
    await decide(2);
    const { page } = lead;
    await page.goto(`${desk.url}/desk/#/check`);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('heading', { name: 'Pilot boats, part 1' }).waitFor();
    const shown = await page.evaluate<string>('document.documentElement.outerHTML');
    const visible = await page.locator('main').textContent();
    for (const told of [ann.name, 'Misleading', 'misleading', NOTE, 'Decided', 'Rejected', 'rejected'])
      expect(shown, told).not.toContain(told);
    expect(visible).not.toMatch(/restored|reject(?:ed|ion)|undo/iu);
    // The advert that Ann has restored is out here, as the machine left it.
    expect(await page.locator('.cell.cleaned', { hasText: ADVERT }).count()).toBe(0);
    expect(await page.locator('.agreement').textContent()).toMatch(/looked at\s*0/u);
    await lookAt(page, 'check');

    await page.keyboard.press('x');
    await page.waitForSelector('dialog[open]');
    await lookAt(page, 'check reason');
    await page.keyboard.press('1');
    await page.getByText('The first decision was the same: Rejected.').waitFor();
    await page.getByRole('heading', { name: 'Pilot boats, part 2' }).waitFor();
    await expect.poll(() => page.locator('.agreement').textContent()).toMatch(/looked at\s*1\s*agreed\s*100 %/u);

    // Two presses are one look: the second does not reach an article that nobody has seen.
    await page.locator('button:enabled', { hasText: 'Accept' }).waitFor();
    await page.evaluate(
      `for (const _ of [1, 2]) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))`,
    );
    await page.getByText('The first decision was another one: Rejected. It stands.').waitFor();
    await page.getByText('Nothing waits for a second look.').waitFor();
    await expect.poll(() => page.locator('.agreement').textContent()).toMatch(/looked at\s*2\s*agreed\s*50 %/u);
    await lookAt(page, 'check agreement');
    const { rows } = await desk.api.desk.pool.query('SELECT checked_decision FROM copydesk.checks ORDER BY decided_at');
    expect(rows).toEqual([{ checked_decision: 'rejected' }, { checked_decision: 'accepted' }]);
    expect(await lead.faults()).toEqual([]);

    // Moderators look, and are not told of the figures.
    await ann.page.goto(`${desk.url}/desk/#/check`);
    await ann.page.getByText('Nothing waits for a second look.').waitFor();
    expect(await ann.page.locator('.agreement').count()).toBe(0);
  }, 180_000);

  it('say when they cannot be had, and ask again', async () => {
    const { page } = lead;
    await page.route('**/v1/desk/checks/next', (route) => route.abort());
    await page.reload();
    await page.getByText('The desk cannot be reached.').waitFor();
    await page.unroute('**/v1/desk/checks/next');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Nothing waits for a second look.').waitFor();
  }, 60_000);
});
