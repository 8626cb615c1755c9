import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endLease } from '../../service/end-lease.ts';
import { HAS_BROWSER } from '../open-browser.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

/** Something that is hidden after something that is not. */
const COUNCIL = `<article><p>The council of Lindholm meets on Monday to hear the ferry masters of the eastern sound.</p><p>It has asked them
  for a new table of fares.</p><p style="display:none">Buy pills at https://pills.example now and win.</p><p>The masters left at four.</p></article>`;

/** Lets requests wait until the returned function is called. */
async function holdBack(page: Page, pattern: RegExp): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  let isOpen = false;
  await page.route(pattern, async (route) => {
    if (!isOpen) await gate.promise;
    await route.continue();
  });
  return () => {
    isOpen = true;
    gate.resolve();
  };
}

describe.runIf(HAS_BROWSER)('acts one after the other', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    ann = await desk.join('moderator');
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  const statusOf = async (id: string) => (await desk.api.call(`/v1/articles/${id}`)).json.status;
  const countDecided = async () => Number((await desk.api.call('/v1/desk/queue?state=decided')).json.count);
  async function take(more: object = {}): Promise<string> {
    const id = await desk.flagHarbour(more);
    await ann.take(id);
    return id;
  }

  it('lets a key wait for the act before, shows that, and does it then', async () => {
    const { page } = ann;
    const id = await take();
    await page.locator('.finding-head', { hasText: 'Garbage' }).click();
    const go = await holdBack(page, /\/amendments$/u);
    await page.keyboard.press('r');
    await page.locator('.turn', { hasText: 'Working' }).waitFor();
    await page.keyboard.press('a');
    expect(await page.locator('.turn strong').textContent()).toBe('Then: Accept');
    // No button is taken from under the focus, and a third key is not lost without a word.
    expect(await page.locator('.decision-bar button:disabled').count()).toBe(0);
    await page.keyboard.press('e');
    expect(await page.locator('.message-box.bad').textContent()).toContain('Not done: Escalate.');
    expect(await statusOf(id)).toBe('flagged');
    go();
    await page.waitForSelector('.undo-bar');
    expect(await statusOf(id)).toBe('accepted');
    const events = (await desk.api.call(`/v1/articles/${id}`)).json.history as readonly { name: string }[];
    expect(events.map(({ name }) => name).filter((name) => /span|decided/u.test(name))).toEqual([
      ...['span.restored', 'review.decided'],
    ]);
  }, 60_000);

  it('does not do what waited when the act before was refused, and says so', async () => {
    const { page } = ann;
    const id = await take();
    await page.locator('.finding-head', { hasText: 'Garbage' }).click();
    const go = await holdBack(page, /\/amendments$/u);
    await page.keyboard.press('r');
    await page.waitForSelector('.turn');
    await page.keyboard.press('a');
    await endLease(desk.api.desk.pool, id);
    go();
    await page.waitForSelector('dialog[open]');
    await page.locator('.message-box.bad', { hasText: 'Not done: Accept.' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await statusOf(id)).toBe('flagged');
  }, 60_000);

  it('takes a key that is held down, or pressed twice, for one decision', async () => {
    const { page } = ann;
    const [first, second] = [await take(), await desk.flagHarbour()];
    const before = await countDecided();
    await page.keyboard.down('a');
    await expect.poll(() => page.url(), { timeout: 10_000 }).not.toContain(first);
    await page.waitForSelector('.work .claim.mine, .queue-row');
    for (let press = 0; press < 5; press++) await page.keyboard.down('a');
    await page.keyboard.up('a');
    await page.waitForTimeout(500);
    expect([await statusOf(first), (await countDecided()) - before]).toEqual(['accepted', 1]);
    await ann.open(second);
    await page.waitForSelector(`[data-article="${second}"] .claim.mine`);
    await desk.flagHarbour();
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await expect.poll(() => statusOf(second)).toBe('accepted');
    await page.waitForTimeout(500);
    expect([await statusOf(second), (await countDecided()) - before]).toEqual(['accepted', 2]);
  }, 60_000);

  it('says that a key has nothing to act on', async () => {
    await take();
    for (const key of ['r', 'v', 'd']) {
      await ann.page.keyboard.press(key);
      await ann.page.locator('.message-box.bad', { hasText: 'choose a finding' }).waitFor();
      await ann.page.locator('.message-box .close').click();
    }
  }, 60_000);

  it('keeps the chosen finding chosen while the list changes around it', async () => {
    const { page } = ann;
    await take({ format: 'html', text: COUNCIL });
    await page.locator('.finding-head', { hasText: 'Hidden' }).click();
    await page.locator('.finding.chosen .name', { hasText: 'Hidden' }).waitFor();
    const before = Number(await page.locator('.finding.chosen').getAttribute('data-group'));
    // A new finding of a person comes before it.
    await page.evaluate(`(() => {
      const text = [...document.querySelectorAll('.cell.cleaned span[data-s]')].find((one) => one.textContent.includes('The council of Lindholm')).firstChild;
      document.getSelection().setBaseAndExtent(text, 0, text, 23);
    })()`);
    await page.locator('.selection-acts').waitFor();
    await page.keyboard.press('d');
    await page.locator('.finding', { hasText: 'The council of Lindholm' }).waitFor();
    expect(Number(await page.locator('.finding.chosen').getAttribute('data-group'))).toBe(before + 1);
    expect(await page.locator('.finding.chosen .name').textContent()).toContain('Hidden');
    // What was selected is not there any more: the next key is about the finding.
    expect(await page.locator('.selection-acts').count()).toBe(0);
    await page.keyboard.press('r');
    await page.locator('.cell.cleaned', { hasText: 'Buy pills' }).waitFor();
  }, 60_000);

  it('keeps what somebody writes: a note over panels and articles, an edit over a refusal', async () => {
    const { page } = ann;
    const id = await take();
    await page.keyboard.press('n');
    await page.keyboard.type('Half a note');
    await page.locator('#tab-findings').click();
    const other = await desk.flagHarbour();
    await ann.open(other);
    await page.waitForSelector(`[data-article="${other}"] .claim.mine`);
    await ann.open(id);
    await page.waitForSelector(`[data-article="${id}"] .claim.mine`);
    await page.keyboard.press('n');
    expect(await page.locator('.notes textarea').inputValue()).toBe('Half a note');
    await page.locator('.notes textarea').fill('');
    await page.locator('h1').first().click();

    for (let step = 0; step < 3; step++) await page.keyboard.press(']');
    await page.keyboard.press('t');
    const field = page.locator('dialog[open] textarea');
    await field.waitFor();
    expect(await page.locator('dialog[open] textarea:focus').count()).toBe(1);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Long words of mine.');
    await page.route(/\/amendments$/u, (route) => route.abort());
    await page.getByRole('button', { name: 'Keep the change' }).click();
    await page.locator('.message-box.bad', { hasText: 'cannot be reached' }).waitFor();
    expect(await field.inputValue()).toContain('Long words of mine.');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await field.waitFor();
    expect(await field.inputValue()).toContain('Long words of mine.');
    await page.unroute(/\/amendments$/u);
    await page.getByRole('button', { name: 'Keep the change' }).click();
    await page.locator('.cell.cleaned', { hasText: 'Long words of mine.' }).waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(0);
  }, 60_000);

  it('takes what is typed in the same breath as the key of a note for the note', async () => {
    const { page } = ann;
    for (let time = 0; time < 4; time++) {
      const id = await take();
      // One event after the other, with nothing between them for the page to draw.
      const cdp = await ann.context.newCDPSession(page);
      const press = (key: string) => cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
      await Promise.all([...'nax'].map(press));
      expect(await page.locator('.notes textarea').inputValue()).toBe('ax');
      expect(await statusOf(id)).toBe('flagged');
      await page.locator('.notes textarea').fill('');
      await page.locator('h1').first().click();
    }
  }, 60_000);

  it('offers an edit that was begun again when its paragraph was changed, and drops it when the article is decided', async () => {
    const { page } = ann;
    await take();
    const isKept = () =>
      page.evaluate<boolean>(
        "(() => { const leave = new Event('beforeunload', { cancelable: true }); dispatchEvent(leave); return leave.defaultPrevented; })()",
      );
    expect(await isKept()).toBe(false);
    for (let step = 0; step < 3; step++) await page.keyboard.press(']');
    await page.keyboard.press('t');
    const field = page.locator('dialog[open] textarea');
    await field.waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Begun words.');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    expect(await isKept()).toBe(true);
    const cell = page.locator('.row.current .cell.cleaned');
    const before = (await cell.textContent()) ?? '';
    await page.evaluate(`(() => {
      const { firstChild: text } = document.querySelector('.row.current .cell.cleaned span[data-s]');
      document.getSelection().setBaseAndExtent(text, 4, text, 12);
    })()`);
    await page.locator('.selection-acts').waitFor();
    await page.keyboard.press('d');
    await expect.poll(() => cell.textContent(), { timeout: 20_000 }).not.toBe(before);
    await page.keyboard.press('t');
    await field.waitFor();
    expect.soft(await field.inputValue()).toContain('Begun words.');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await page.waitForSelector('.undo-bar');
    expect(await isKept()).toBe(false);
  }, 60_000);

  it('lets another kind be chosen by the keyboard alone, past those in between', async () => {
    const { page } = ann;
    await take();
    await page.locator('.finding-head', { hasText: 'Slug line' }).click();
    const select = page.locator('.finding.chosen select');
    await select.focus();
    for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown');
    const kind = await select.inputValue();
    expect(kind).toBe('spam_insert');
    expect(await page.locator('.finding.amended').count()).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.finding.amended .name', { hasText: 'Spam insert' }).waitFor();
  }, 60_000);

  it('counts down until the publisher is told, and then takes the bar away', async () => {
    const { page } = ann;
    const bar = page.locator('.undo-bar');
    // That of a decision before counts down still.
    await bar.waitFor({ state: 'detached', timeout: 15_000 });
    const id = await take();
    await page.keyboard.press('a');
    await bar.waitFor();
    expect(await bar.textContent()).toContain('Accepted');
    const seconds = async () => Number.parseInt((await bar.locator('.quiet').textContent()) ?? '', 10);
    const left = () => bar.locator('progress').evaluate((one) => Number(Reflect.get(one, 'position')));
    const [first, share] = [await seconds(), await left()];
    expect(first).toBeGreaterThan(7);
    expect(first).toBeLessThanOrEqual(10);
    const from = performance.now();
    await expect.poll(seconds, { interval: 50, timeout: 5000 }).toBe(first - 2);
    // From the end of one second to the beginning of the next but one; what is shown lags by a quarter of a second.
    expect(performance.now() - from).toBeGreaterThan(750);
    expect(await left()).toBeLessThan(share - 0.07);
    await bar.waitFor({ state: 'detached', timeout: 10_000 });
    await page.keyboard.press('u');
    await page.locator('.message-box.bad', { hasText: 'nothing to undo here' }).waitFor();
    expect(await statusOf(id)).toBe('accepted');
  }, 60_000);

  it('opens an undone article anew where it was decided, with the filters of its queue', async () => {
    const { page } = ann;
    const id = await desk.flagHarbour();
    await page.goto(`${desk.url}/desk/#/article/${id}?minScore=0&rev=1`);
    await page.waitForSelector(`[data-article="${id}"] .claim.mine`);
    const address = page.url();
    // Nothing that follows: the answer to where to go next does not come before the undoing.
    const go = await holdBack(page, /\/next/u);
    await page.keyboard.press('a');
    await page.waitForSelector('.undo-bar');
    await page.keyboard.press('u');
    await page.locator('.message-box.good', { hasText: 'undone' }).waitFor();
    await page.waitForSelector(`[data-article="${id}"] .claim.mine`);
    go();
    await page.waitForTimeout(300);
    expect(page.url()).toBe(address);
    expect(await page.locator('.claim.mine').count()).toBe(1);
    expect(await statusOf(id)).toBe('flagged');
    expect(await ann.faults()).toEqual([]);
  }, 60_000);
});
