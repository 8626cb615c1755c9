import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER } from '../open-browser.ts';
import { HARBOUR } from './articles.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

describe.runIf(HAS_BROWSER)('the desk by keyboard alone', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    ann = await desk.join('moderator');
    // No mouse from here on: a click would be an error.
    await ann.page.evaluate("addEventListener('pointerdown', () => window.ran.push('a mouse'), true)");
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  it('works from the queue to a decision and back', async () => {
    const { page } = ann;
    const { keyboard } = page;
    const id = await desk.api.flag({ format: 'text', text: HARBOUR, title: 'Keyboards of Merrow' });
    await page.reload();
    await page.waitForSelector('.queue-row');
    await keyboard.press('/');
    await keyboard.type('Keyboards a j x');
    await keyboard.press('Escape');
    await keyboard.press('/');
    await keyboard.press('Control+a');
    await keyboard.type('Keyboards of Merrow');
    await keyboard.press('Enter');
    await expect.poll(() => page.locator('.queue-row').count()).toBe(1);
    await keyboard.press('Escape');
    await keyboard.press('J');
    await keyboard.press('Enter');
    await page.waitForSelector('.claim.mine');

    for (let step = 0; step < 3; step++) await keyboard.press('j');
    await keyboard.press('k');
    await keyboard.press('j');
    await page.waitForSelector('.finding.chosen[data-group="2"]');
    await keyboard.press('r');
    await page.waitForSelector('.finding.amended.chosen, .finding.amended');
    await keyboard.press('r');
    await expect.poll(() => page.locator('.finding.amended').count(), { timeout: 10_000 }).toBe(0);

    // A paragraph is written anew.
    for (let step = 0; step < 5; step++) await keyboard.press(']');
    await page.waitForSelector('.row.current');
    await keyboard.press('t');
    await page.waitForSelector('dialog[open] textarea');
    await page.locator('dialog[open] textarea').focus();
    await keyboard.press('Control+End');
    await keyboard.type(' So it was said.');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.locator('.cell.cleaned', { hasText: 'So it was said.' }).waitFor();

    await keyboard.press('n');
    await page.waitForSelector('.notes textarea:focus');
    await keyboard.type('axj: seen');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.locator('.note', { hasText: 'axj: seen' }).waitFor();

    await keyboard.press('?');
    await page.waitForSelector('dialog[open] .keys');
    await keyboard.press('a');
    await keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    await keyboard.press('Control+a');
    expect((await desk.api.call(`/v1/articles/${id}`)).json.status).toBe('flagged');
    await keyboard.press('a');
    await page.waitForSelector('.undo-bar');
    expect((await desk.api.call(`/v1/articles/${id}`)).json.status).toBe('accepted');
    await keyboard.press('u');
    await page.waitForSelector('.claim.mine');
    expect((await desk.api.call(`/v1/articles/${id}`)).json.status).toBe('flagged');
    expect(await page.locator('.cell.cleaned', { hasText: 'So it was said.' }).count()).toBe(1);
    expect(await ann.faults()).toEqual([]);
  }, 120_000);

  it('takes other keys, and refuses those that are taken', async () => {
    const { page } = ann;
    await page.goto(`${desk.url}/desk/#/settings`);
    const choice = page.locator('.key-choice').first();
    await choice.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('x');
    await page.locator('.fault', { hasText: 'x is taken by' }).waitFor();
    await page.keyboard.press('y');
    await page.locator('.key-choice .key', { hasText: /^y$/u }).waitFor();
    await page.reload();
    await page.locator('.key-choice .key', { hasText: /^y$/u }).waitFor();
    const id = await desk.api.flag({ format: 'text', text: `${HARBOUR} Once more.` });
    await ann.open(id);
    await page.waitForSelector('.claim.mine');
    await page.keyboard.press('a');
    await page.keyboard.press('y');
    await page.waitForSelector('.undo-bar');
    expect((await desk.api.call(`/v1/articles/${id}`)).json.status).toBe('accepted');
  }, 60_000);
});
