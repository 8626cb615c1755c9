import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER } from '../open-browser.ts';
import { HARBOUR } from './articles.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const TORVALD = 'Ada Torvald';
/** One name in many places, below what a screen shows. */
const OFTEN = Array.from(
  { length: 30 },
  (_, day) =>
    `On day ${day + 1} of the trial the boats lay at the pier, and ${TORVALD} said that the board was content with run ${day * 7}.`,
).join('\n\n');
const TEXT = `${HARBOUR}\n\n${OFTEN}\n`;
const LOUD_MS = 20_000;

interface Shown {
  readonly topics: readonly { readonly code: string; readonly label: string }[];
  readonly entities: readonly { readonly name: string; readonly mentions: readonly object[] }[];
}

describe.runIf(HAS_BROWSER)('topics and names of an article', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;
  let id: string;
  let before: Shown;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    ann = await desk.join('moderator');
    id = await desk.api.flag({ format: 'text', text: TEXT });
    before = (await desk.api.call(`/v1/articles/${id}`)).json.result as Shown;
    await ann.open(id);
    await ann.page.waitForSelector('.claim.mine');
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  const chip = (name: string) => ann.page.locator('.chip:not(.gone)', { hasText: name });
  const gone = (name: string) => ann.page.locator('.chip.gone', { hasText: name });
  const labelOf = () => before.topics[0]?.label ?? '';

  it('are there', () => {
    expect(before.topics.length).toBeGreaterThan(0);
    expect(before.entities.find(({ name }) => name === TORVALD)?.mentions.length).toBeGreaterThan(30);
  });

  it('are marked wrong and put back by the mouse', async () => {
    const { page } = ann;
    for (const name of [labelOf(), TORVALD]) {
      await chip(name).first().waitFor();
      await page.getByRole('button', { name: `${name} is wrong` }).click();
      await gone(name).waitFor({ timeout: LOUD_MS });
      expect(await chip(name).count()).toBe(0);
    }
    // A chip that has gone is there for whoever comes later.
    await page.reload();
    await gone(labelOf()).waitFor({ timeout: LOUD_MS });
    await page.waitForSelector('.claim.mine');
    for (const name of [labelOf(), TORVALD]) {
      await page.getByRole('button', { name: `Put ${name} back` }).click();
      await chip(name).first().waitFor({ timeout: LOUD_MS });
      expect(await gone(name).count()).toBe(0);
    }
    const { json } = await desk.api.call(`/v1/articles/${id}`);
    expect(json.result).toEqual(before);
    expect(await ann.faults()).toEqual([]);
  }, 120_000);

  it('are marked wrong and put back by the keyboard, which stays where it was', async () => {
    const { page } = ann;
    const { keyboard } = page;
    await page.getByRole('button', { name: `${labelOf()} is wrong` }).focus();
    await keyboard.press('Enter');
    await gone(labelOf()).waitFor({ timeout: LOUD_MS });
    await page.waitForSelector('.chips :focus');
    // From the list on, by Tab alone.
    const focused = () => page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? ""');
    for (let step = 0; step < 40 && (await focused()) !== `Put ${labelOf()} back`; step++) await keyboard.press('Tab');
    expect(await focused()).toBe(`Put ${labelOf()} back`);
    await keyboard.press('Space');
    await chip(labelOf()).first().waitFor({ timeout: LOUD_MS });
    expect(await ann.faults()).toEqual([]);
  }, 120_000);

  it('lead from mention to mention, whether or not it has been drawn', async () => {
    const { page } = ann;
    const count = before.entities.find(({ name }) => name === TORVALD)?.mentions.length ?? 0;
    const button = chip(TORVALD).getByRole('button').first();
    for (let number = 1; number <= count; number++) {
      await button.click();
      await page.getByText(`${TORVALD}: ${number} of ${count}`).waitFor({ state: 'attached' });
    }
    const isInView = `(() => {
      const cell = [...document.querySelectorAll('.cell.cleaned')].find((one) => one.textContent.includes('On day 30 of the trial'));
      const box = cell?.getBoundingClientRect();
      return box !== undefined && box.bottom > 0 && box.top < innerHeight;
    })()`;
    await expect.poll(() => page.evaluate<boolean>(isInView)).toBe(true);
    await button.click();
    await page.getByText(`${TORVALD}: 1 of ${count}`).waitFor({ state: 'attached' });
    expect(await ann.faults()).toEqual([]);
  }, 120_000);

  it('have nothing that axe finds fault with, marked as wrong', async () => {
    const { page } = ann;
    await page.getByRole('button', { name: `${labelOf()} is wrong` }).click();
    await gone(labelOf()).waitFor({ timeout: LOUD_MS });
    await page.evaluate(axe.source);
    const found = await page.evaluate<readonly string[]>(
      "axe.run('.chips').then(({ violations }) => violations.map(({ id }) => id))",
    );
    expect(found).toEqual([]);
  }, 60_000);
});
