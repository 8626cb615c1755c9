import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER } from '../open-browser.ts';
import { lookAt } from './look-at.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const SECONDS = 1000;
const OFFER = 'Lamps of the tide at Quaymart, now 20% off for readers of this paper.';
const storyOf = (number: number, offer: string) => `<article><h1>Pilots of Merrow meet for the ${number}th time</h1>
  <p>The harbour council of Merrow met at noon to hear what the pilots of boat ${number} wanted from it, and they wanted lamps.</p>
  <p>${offer}</p>
  <p style="display:none">Buy ${number} pills at https://pills.example now and win.</p>
  <p>The pilots of boat ${number} left at four, said clerk Ruben Castellane, who had kept the minutes of the meeting.</p></article>`;

/** Selects the paragraph of the cleaned text that has these words. */
const SELECT = `(words) => {
  const cell = [...document.querySelectorAll('.cell.cleaned')].find((one) => one.textContent.includes(words));
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && !node.data.includes(words)) node = walker.nextNode();
  getSelection().setBaseAndExtent(node, node.data.indexOf(words), node, node.data.indexOf(words) + words.length);
}`;

describe.runIf(HAS_BROWSER)('a rule from a span, in the page', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;
  let lead: DeskPage;
  let count = 0;
  const submit = () => desk.api.flag({ text: storyOf(count++, OFFER), title: `Pilots of Merrow ${count}` });
  const textOf = async (id: string) => {
    const { json } = await desk.api.call(`/v1/articles/${id}`);
    return (json.result as { text: string }).text;
  };

  beforeAll(async () => {
    desk = await openDeskBrowser();
    [ann, lead] = [await desk.join('moderator'), await desk.join('lead')];
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  it('says what to do while there is none', async () => {
    await ann.page.goto(`${desk.url}/desk/#/rules`);
    await ann.page.getByText('No rules yet.').waitFor();
    await lookAt(ann.page, 'rules none');
    await ann.page.goto(`${desk.url}/desk/#/rules?article=art_000000000000000000000000&rev=1&start=0&end=9`);
    await ann.page.getByText('There is no such article.').waitFor();
    await lookAt(ann.page, 'rule of nothing');
  }, 60_000);

  it('is proposed, proven, tried, put in shadow, activated by a lead, measured by decisions, and retired', async () => {
    const { page } = ann;
    const id = await submit();
    await submit();
    await submit();
    expect(await textOf(id)).toContain(OFFER);
    await ann.open(id);
    await page.waitForSelector('.claim.mine');
    await page.evaluate(`(${SELECT})(${JSON.stringify(OFFER)})`);
    await page.waitForSelector('.selection-acts');
    await lookAt(page, 'span selected');
    await page.evaluate(`(${SELECT})(${JSON.stringify(OFFER)})`);
    await page.waitForSelector('.selection-acts');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'A new rule' }).waitFor();
    await page.locator('.proposal').first().waitFor();
    expect(await page.getByLabel('Kind').inputValue()).toBe('spam_insert');
    await lookAt(page, 'rule proposals');

    // A name that cannot be is not sent, and what was written stays.
    await page.getByLabel('Name', { exact: true }).fill('Lamps of the tide');
    await page.getByRole('button', { name: 'Try it on past articles' }).click();
    expect(await page.getByLabel('Name', { exact: true }).evaluate((one) => one.matches(':invalid'))).toBe(true);
    await page.getByLabel('Name', { exact: true }).fill('tide-lamps');
    await page.getByRole('button', { name: 'Try it on past articles' }).click();
    await page.getByRole('heading', { name: 'learned.tide-lamps@1' }).waitFor();
    await page.getByRole('heading', { name: 'Hits in past articles' }).waitFor({ timeout: 60 * SECONDS });
    await page.locator('.way').waitFor({ state: 'detached' });
    expect(await page.locator('.hit mark', { hasText: 'Lamps of the tide' }).count()).toBe(3);
    await page.getByLabel('Must not match').fill('Lamps of the harbour are lit at dusk.');
    await page.getByRole('button', { name: 'Keep the proof' }).click();
    await page.getByRole('button', { name: 'Shadow' }).waitFor();
    await lookAt(page, 'rule tested');
    await page.getByRole('button', { name: 'Shadow' }).click();
    await page.locator('.rule-state.shadow').waitFor();
    // A moderator is told who goes on.
    expect(await page.getByRole('button', { name: 'Activate' }).count()).toBe(0);
    await page.getByText('A lead activates it when its hits are right.').waitFor();
    const shadowed = await submit();
    expect(await textOf(shadowed)).toContain(OFFER);
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.locator('.rule-state').waitFor();
          return page.getByRole('heading', { name: 'Hits in new articles' }).count();
        },
        { timeout: 30 * SECONDS, interval: 1000 },
      )
      .toBe(1);
    await lookAt(page, 'rule in shadow');

    await lead.page.goto(page.url());
    await lead.page.getByRole('button', { name: 'Activate' }).click();
    await lead.page.locator('.rule-state.active').waitFor();
    await lead.page.getByText('Its precision comes with decisions').waitFor();
    await lookAt(lead.page, 'rule active');

    const [restored, kept] = [await submit(), await submit()];
    expect(await textOf(restored)).not.toContain(OFFER);
    for (const one of [kept, restored]) {
      await ann.open(one);
      await page.waitForSelector('.claim.mine');
      const head = page.locator('.finding-head', { hasText: 'Spam insert' }).first();
      await head.click();
      if (one === restored) {
        await page.keyboard.press('r');
        await page.locator('.cell.cleaned', { hasText: OFFER }).waitFor();
      }
      await page.locator('.decision-bar button:enabled', { hasText: 'Accept' }).waitFor();
      await page.keyboard.press('a');
      await page.locator('.undo-bar').waitFor();
      await expect.poll(() => page.url()).not.toContain(one);
    }
    await lead.page.reload();
    await lead.page.getByText('50 %').waitFor();
    expect(await lead.page.locator('.figures').textContent()).toMatch(/spans left out\s*1\s*spans restored\s*1/u);
    await lookAt(lead.page, 'rule measured');

    await lead.page.getByRole('button', { name: 'Retire' }).click();
    await lead.page.locator('.rule-state.retired').waitFor();
    await lead.page.getByText('It does nothing any more.').waitFor();
    expect(await textOf(await submit())).toContain(OFFER);
    await lookAt(lead.page, 'rule retired');
    await lead.page.getByRole('link', { name: 'All rules' }).click();
    await lead.page.locator('.rule-row').waitFor();
    await lookAt(lead.page, 'rules');
    expect([...(await ann.faults()), ...(await lead.faults())]).toEqual([]);
  }, 300_000);

  it('keeps what is being written while its back-test goes on', async () => {
    const { page } = ann;
    const id = await submit();
    const { json } = await desk.api.call(`/v1/articles/${id}`);
    const result = json.result as { source: { text: string } } | undefined;
    expect(result).toBeDefined();
    const start = storyOf(count - 1, OFFER).indexOf(OFFER);
    await page.goto(`${desk.url}/desk/#/rules?article=${id}&rev=1&start=${start}&end=${start + OFFER.length}&kind=boilerplate`);
    await page.locator('.proposal').first().waitFor();
    // The kind of the finding that it was made from.
    expect(await page.getByLabel('Kind').inputValue()).toBe('boilerplate');
    await page.getByRole('button', { name: 'Try it on past articles' }).click();
    const field = page.getByLabel('Must not match');
    await field.fill('What Ann is about to write');
    await page.waitForTimeout(4 * SECONDS);
    expect(await field.inputValue()).toBe('What Ann is about to write');
  }, 60_000);
});
