import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endLease } from '../../service/end-lease.ts';
import { HAS_BROWSER } from '../open-browser.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

/** So short that a claim ends by the desk's own clock while a test waits, and longer than a busy machine lets a page stand still. */
const LEASE_SECONDS = 10;
const TOKEN = 'x9Kq27ZtPw4vBn8sLr3dGm6yHc1jTf5aUe0oQi7Xk';

describe.runIf(HAS_BROWSER)('claims that end', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;
  let ben: DeskPage;

  beforeAll(async () => {
    desk = await openDeskBrowser({ leaseSeconds: LEASE_SECONDS });
    ann = await desk.join('moderator');
    ben = await desk.join('moderator');
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  const isOver = async (id: string) => {
    const { rows } = await desk.api.desk.pool.query('SELECT 1 FROM copydesk.leases WHERE article_id = $1 AND until > now()', [
      id,
    ]);
    return rows.length === 0;
  };

  it('is kept by a page that is open, however short it is', async () => {
    const id = await desk.flagHarbour();
    await ann.open(id);
    await ann.page.waitForSelector('.claim.mine');
    await sleep(2 * (LEASE_SECONDS + 1) * 1000);
    expect(await ann.page.locator('.claim.mine').count()).toBe(1);
    await ben.open(id);
    await ben.page.waitForSelector('.claim.theirs');
  }, 120_000);

  it('is had again by whoever comes back before it was given back', async () => {
    const [id, other] = [await desk.flagHarbour(), await desk.flagHarbour()];
    await ann.open(id);
    await ann.page.waitForSelector('.claim.mine');
    // The desk hears of the leaving late.
    await ann.page.route(/\/release$/u, async (route) => {
      await sleep(700);
      await route.continue();
    });
    await ann.open(other);
    await ann.page.waitForSelector(`[data-article="${other}"] .claim.mine`);
    await ann.open(id);
    await ann.page.waitForSelector(`[data-article="${id}"] .claim.mine`);
    await sleep(1500);
    expect(await ann.page.locator(`[data-article="${id}"] .claim.mine`).count()).toBe(1);
    expect(await isOver(id)).toBe(false);
    await ann.page.unroute(/\/release$/u);
  }, 60_000);

  it('is not kept by a page that nobody has touched for ten minutes', async () => {
    const id = await desk.flagHarbour();
    // A page of its own: its clock is not that of the others.
    const cara = await desk.join('moderator');
    await cara.page.clock.install();
    await cara.open(id);
    await cara.page.waitForSelector('.claim.mine');
    await cara.page.clock.fastForward('09:00');
    await cara.page.mouse.move(200, 200);
    await cara.page.clock.fastForward('09:00');
    expect(await cara.page.locator('.claim.mine').count()).toBe(1);
    await cara.page.clock.fastForward('02:00');
    await cara.page.locator('.message-box.bad', { hasText: 'Your claim is over' }).waitFor();
    await ben.open(id);
    await ben.page.waitForSelector('.claim.mine');
    expect([...(await cara.faults()), ...(await ben.faults())]).toEqual([]);
    await cara.context.close();
  }, 120_000);

  it('is over for a page that cannot reach the desk, which says so, and sees who has it when it can', async () => {
    const id = await desk.flagHarbour();
    await ann.open(id);
    await ann.page.waitForSelector('.claim.mine');
    await ann.context.setOffline(true);
    await ann.page.locator('.notice', { hasText: 'It may be over' }).waitFor({ timeout: 60_000 });
    // Whether the desk has heard of the last renewal, the page cannot know.
    await expect.poll(() => isOver(id), { timeout: 2 * LEASE_SECONDS * 1000 }).toBe(true);
    await ben.open(id);
    await ben.page.waitForSelector('.claim.mine');
    await ben.page.locator('#tab-history').click();
    await ben.page.locator('.history .event', { hasText: 'Claim ran out' }).waitFor();
    await ann.context.setOffline(false);
    await ann.page.waitForSelector('.claim.theirs');
    expect(await ann.page.locator('.message-box.bad').textContent()).toContain('Your claim is over');
    expect(await ann.page.locator('.decision-bar .primary').count()).toBe(0);
    expect([...(await ann.faults()), ...(await ben.faults())]).toEqual([]);
  }, 120_000);

  it('makes a decision come too late: 409, and what has changed meanwhile', async () => {
    const id = await desk.flagHarbour();
    // Ann's page does not hear that its claim is over.
    await ann.page.route(/\/(?:renew|looking)$/u, (route) => route.abort());
    await ann.open(id);
    await ann.page.waitForSelector('.claim.mine');
    await endLease(desk.api.desk.pool, id);
    await ben.open(id);
    await ben.page.waitForSelector('.claim.mine');
    await ben.page.locator('.finding-head', { hasText: 'Garbage' }).click();
    await ben.page.keyboard.press('r');
    await ben.page.locator('.finding.amended').waitFor();
    const refused = ann.page.waitForResponse((response) => response.url().endsWith('/decide'));
    await ann.page.keyboard.press('a');
    const response = await refused;
    expect([response.status(), ((await response.json()) as { code: string }).code]).toEqual([409, 'claimed']);
    const dialog = ann.page.locator('dialog[open]');
    await dialog.waitFor();
    expect(await dialog.locator('h2').textContent()).toBe('This has changed since you looked');
    expect(await dialog.locator('h2:focus').count()).toBe(1);
    expect(await dialog.locator('.dialog-body > p').first().textContent()).toBe(
      'Somebody else has the article now. Take another one, or wait until it is released.',
    );
    const events = await dialog.locator('.history li').evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    expect(events.map((said) => /^(?:Claim ran out|Claimed|Span restored)/u.exec(said)?.[0])).toEqual([
      ...['Claim ran out', 'Claimed', 'Span restored'],
    ]);
    expect(events.map((said) => [ann.name, ben.name].find((name) => said.includes(name)))).toEqual([
      ann.name,
      ben.name,
      ben.name,
    ]);
    expect(await dialog.textContent()).toMatch(/The score was [\d.]+ and is now [\d.]+\./u);
    const added = await dialog.locator('.word-runs ins').allTextContents();
    expect(added.map((words) => words.trim())).toEqual([`Only here: ${TOKEN}`]);
    expect(await dialog.locator('.word-runs del').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Look at it now' }).click();
    await ann.page.waitForSelector('.claim.theirs');
    expect(await ann.page.locator('.cell.cleaned', { hasText: TOKEN }).count()).toBe(1);
    await ann.page.unroute(/\/(?:renew|looking)$/u);
  }, 60_000);

  it('does not keep one from the words of another window of the same person', async () => {
    const id = await desk.flagHarbour();
    await ann.open(id);
    await ann.page.waitForSelector('.claim.mine');
    const second = await ann.context.newPage();
    await second.goto(ann.page.url());
    await second.waitForSelector('.claim.mine');
    await second.locator('.finding-head', { hasText: 'Slug line' }).click();
    await second.keyboard.press('r');
    await second.locator('.finding.amended').waitFor();
    await ann.page.keyboard.press('a');
    const dialog = ann.page.locator('dialog[open]');
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('The article was changed while you looked at it. Nothing was decided.');
    expect(await dialog.locator('.word-runs ins').textContent()).toContain('harbour-board-of-merrow');
    await ann.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // What was shown in the dialogue is on the page now, and can be decided on.
    await ann.page.keyboard.press('a');
    await ann.page.waitForSelector('.undo-bar');
    expect((await desk.api.call(`/v1/articles/${id}`)).json.status).toBe('accepted');
    await second.close();
  }, 60_000);
});
