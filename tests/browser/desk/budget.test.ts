import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER } from '../open-browser.ts';
import { HARBOUR } from './articles.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const ASSETS = new URL('../../../web/dist/assets/', import.meta.url);
const MAX_SCRIPT = 60 * 1024;
const FIRST_VIEW_MS = 300;
const LONG_VIEW_MS = 1500;
const TRIES = 5;

/** Some 1 MB of paragraphs that differ, with a random token after each. */
function writeLong(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed;
  };
  const token = () => Array.from({ length: 41 }, () => letters[Math.floor(next() / 65_536) % letters.length]).join('');
  const places = ['Merrow', 'Quaymouth', 'Lindholm', 'Orlaberg', 'Dremmen', 'Tern', 'Gannet Sound'];
  const paragraph = (number: number) =>
    `Boat ${number} of the harbour board came to ${places[number % places.length]} on day ${number} with ${next() % 9000} crates, and ${places[next() % places.length]} paid for ${next() % 700} of them before the tide of the evening went out.`;
  return Array.from({ length: 5000 }, (_, number) => `${paragraph(number)}\n\n${token()}`).join('\n\n');
}

/** Run in the page: how long until what was asked for is there and two frames have been drawn. */
const OPEN = `async (id) => {
  const startedAt = performance.now();
  location.hash = '#/article/' + id;
  const isThere = () => document.querySelector('.work .finding-head') && document.querySelector('.work .cell.cleaned span');
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 4));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - startedAt;
}`;

describe.runIf(HAS_BROWSER)('the budget of the page', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    ann = await desk.join('moderator');
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  /** The quickest of some tries: what the page needs, not what else the machine does. */
  async function measure(id: string): Promise<number> {
    const times: number[] = [];
    for (let index = 0; index < TRIES; index++) {
      await ann.page.goto(`${desk.url}/desk/#/settings`);
      await ann.page.waitForSelector('.key-settings');
      times.push(await ann.page.evaluate<number>(`(${OPEN})(${JSON.stringify(id)})`));
    }
    return Math.min(...times);
  }

  it('holds for all scripts together', () => {
    const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
    const size = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, ASSETS))).length, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(size, `${size} bytes`).toBeLessThanOrEqual(MAX_SCRIPT);
  });

  it('holds for the first view of an article', async () => {
    const id = await desk.api.flag({ format: 'text', text: HARBOUR });
    const time = await measure(id);
    expect(time).toBeLessThanOrEqual(FIRST_VIEW_MS);
  }, 60_000);

  it('holds for 1 MB with thousands of findings, which stays usable', async () => {
    const text = writeLong();
    expect(text.length).toBeGreaterThan(850_000);
    const sent = await desk.api.call('/v1/articles', { body: { id: 'long', text } });
    const id = String(sent.json.id);
    await expect
      .poll(async () => (await desk.api.call(`/v1/articles/${id}`)).json.status, { timeout: 120_000, interval: 500 })
      .toBe('flagged');
    const time = await measure(id);
    const { page } = ann;
    const count = Number(await page.locator('#tab-findings .count').textContent());
    expect(count).toBeGreaterThan(3000);
    expect(time).toBeLessThanOrEqual(LONG_VIEW_MS);
    const startedAt = Date.now();
    await page.keyboard.press('j');
    await page.waitForSelector('.finding.chosen');
    await page.keyboard.press('j');
    await page.waitForSelector('.finding.chosen[data-group="1"]');
    expect(Date.now() - startedAt).toBeLessThan(1000);
    // The end of both columns is drawn when somebody goes there.
    await page.evaluate("document.querySelector('.text > .scroll').scrollTop = 1e9");
    await page.locator('.cell.cleaned', { hasText: 'Boat 4999 ' }).waitFor({ timeout: 10_000 });
    expect(await ann.faults()).toEqual([]);
  }, 300_000);
});
