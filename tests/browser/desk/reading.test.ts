import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER } from '../open-browser.ts';
import { ADVERT, HARBOUR } from './articles.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

/** Ferries of a made-up town, in Arabic and in Hebrew, with a paragraph said twice and one that is hidden. */
const ARABIC = [
  'اشترى مجلس ميناء مرّو قاربين كهربائيين من حوض في مدينة كواماوث، وقالت رئيسة المجلس إن القاربين سيصلان في الربيع.',
  'يحمل كل قارب بطاريات تكفي لأربع ساعات من العمل، ويمكن شحنها بين مدّين عند الرصيف الجديد.',
  'وقال الربّان إن القارب يدور بسهولة ويقف بسرعة، وإن الركاب لن يسمعوا صوت المحرك بعد اليوم.',
] as const;
const HEBREW = [
  'מועצת הנמל של מרו קנתה שתי סירות חשמליות ממספנה בעיר קווימות, ויושבת הראש אמרה שהסירות יגיעו באביב.',
  'בכל סירה יש סוללות לארבע שעות עבודה, ואפשר לטעון אותן בין גאות לגאות ברציף החדש.',
  'הנווט אמר שהסירה פונה בקלות ועוצרת מהר, ושהנוסעים לא ישמעו עוד את המנוע.',
] as const;

const SLOW = { timeout: 30_000 };

const toHtml = ([first, second, third]: readonly [string, string, string], hidden: string) =>
  `<article><p>${first}</p><p>${second}</p><p>${third}</p><p style="display:none">${hidden}</p><p>${second}</p></article>`;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where some words of a part of the page stand. */
function findWords(part: Locator, words: string): Promise<Box> {
  return part.evaluate((element, wanted) => {
    const own = element.ownerDocument;
    const walker = own.createTreeWalker(element, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      const range = own.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, top, bottom };
    }
    throw new Error(`${wanted} is not there`);
  }, words);
}

/** Selects words by the mouse, from where they begin to where they end. */
async function drag(page: Page, part: Locator, words: string, isRightToLeft = false): Promise<void> {
  await part.scrollIntoViewIfNeeded();
  const { left, right, top, bottom } = await findWords(part, words);
  const middle = (top + bottom) / 2;
  const [from, to] = isRightToLeft ? [right - 1, left + 1] : [left + 1, right - 1];
  await page.mouse.move(from, middle);
  await page.mouse.down();
  await page.mouse.move((from + to) / 2, middle, { steps: 4 });
  await page.mouse.move(to, middle, { steps: 4 });
  await page.mouse.up();
}

describe.runIf(HAS_BROWSER)('reading and changing an article', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    ann = await desk.join('moderator');
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  async function take(more: object = {}): Promise<string> {
    const id = await desk.flagHarbour(more);
    await ann.take(id);
    return id;
  }
  const resultOf = async (id: string) =>
    (await desk.api.call(`/v1/desk/articles/${id}`)).json.result as {
      readonly text: string;
      readonly entities: readonly { readonly name: string }[];
    };

  it('removes what somebody selects by the mouse, and nothing else', async () => {
    const { page } = ann;
    const id = await take();
    const before = (await resultOf(id)).text;
    const words = 'a boat of the same kind';
    expect(before.split(words)).toHaveLength(2);
    await drag(page, page.locator('.cell.cleaned', { hasText: words }), words);
    expect(await page.locator('.selection-acts .quiet').textContent()).toBe(`${words.length} characters selected`);
    await page.locator('.selection-acts').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => page.locator('.cell.cleaned', { hasText: words }).count(), SLOW).toBe(0);
    expect(await page.locator('.cell.original del', { hasText: words }).count()).toBe(1);
    const after = (await resultOf(id)).text;
    expect(after).not.toContain(words);
    expect(after).toMatch(/Pilots tested +in Lindholm in March\./u);
    expect(after).toContain('said the senior pilot, Mika Aaltonen');
    expect(before.length - after.length).toBeLessThan(words.length + 4);
    expect(await page.locator('.selection-acts').count()).toBe(0);
    expect(await ann.faults()).toEqual([]);
  }, 60_000);

  it('takes equal inserts as one: restored by one key, and taken back by one, with the focus where it was', async () => {
    const { page } = ann;
    await take();
    const adverts = page.locator('.cell.cleaned', { hasText: ADVERT });
    await page.locator('.finding-head', { hasText: 'Spam insert' }).click();
    const restore = page.getByRole('button', { name: 'Restore all' });
    await restore.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => adverts.count(), SLOW).toBe(3);
    const back = page.getByRole('button', { name: 'Take back' });
    await back.waitFor();
    expect(await page.locator('.detail button:focus').textContent()).toContain('Take back');
    await page.keyboard.press('Enter');
    await expect.poll(() => adverts.count(), SLOW).toBe(0);
    await page.getByRole('button', { name: 'Restore all' }).waitFor();
  }, 60_000);

  it('shows near-duplicates side by side, with the words that differ marked in each', async () => {
    const { page } = ann;
    await take();
    await page.locator('.finding-head', { hasText: 'Near-duplicate' }).first().click();
    await page.keyboard.press('v');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    const sides = dialog.locator('.compare section');
    expect(await sides.locator('h3').allTextContents()).toEqual(['Earlier in the article', 'Here']);
    const marked = (side: number, name: string) => sides.nth(side).locator(name).allTextContents();
    expect(await marked(0, 'del')).toEqual(['Only there: Each boat carries batteries for', 'Only there: a']);
    expect(await marked(1, 'ins')).toEqual(['Only here: Batteries in each boat last', 'Only here: each', 'Only here: ,']);
    expect([...(await marked(0, 'ins')), ...(await marked(1, 'del'))]).toEqual([]);
    const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
    // The page behind it stands still.
    await page.keyboard.press('j');
    expect(await page.locator('.finding.chosen .name').textContent()).toContain('Near-duplicate');
    await page.keyboard.press('Escape');
  }, 60_000);

  it('scrolls both texts and the findings together', async () => {
    const { page } = ann;
    const token = (index: number) => `x9Kq27ZtPw4vBn8sLr3dGm6yHc1jTf5aUe0oQi7X${index}`;
    const paragraph = (index: number) =>
      `Boat ${index} of the harbour came to pier ${index % 7} with ${index * 13} crates, said the pilot.`;
    const text = Array.from({ length: 400 }, (_, index) => `${paragraph(index)}\n\n${token(index)}`).join('\n\n');
    await take({ text: `${HARBOUR}\n${text}` });
    // The list does not run away from somebody who points at it, as the test before may have left the mouse.
    await page.mouse.move(5, 5);
    const list = page.locator('.scroll.findings');
    const top = () => list.evaluate((one) => one.scrollTop);
    expect(await top()).toBe(0);
    for (const share of [0.4, 0.9, 0.1]) {
      const box = page.locator('.text > .scroll');
      await box.evaluate((one, part) => {
        one.scrollTop = one.scrollHeight * part;
      }, share);
      // Beside the first paragraph that is seen stands the first finding that is listed, in both directions.
      const seen = async () => {
        const { x = 0, y = 0 } = (await box.boundingBox()) ?? {};
        const at = (left: number, from: number, name: string) =>
          page.evaluate<string>(`document.elementFromPoint(${left + 30}, ${from + 30})?.closest('${name}')?.textContent ?? ''`);
        const { x: listX = 0, y: listY = 0 } = (await list.boundingBox()) ?? {};
        const row = /(?:Boat |oQi7X)(\d+)/u.exec(await at(x, y, '.row'))?.[1];
        const finding = /(?:Boat |oQi7X)(\d+)/u.exec(await at(listX, listY, '.finding'))?.[1];
        return Math.abs(Number(row) - Number(finding));
      };
      await expect.poll(seen, { timeout: 5000 }).toBeLessThanOrEqual(1);
    }
    const [original, cleaned] = [
      page.locator('.cell.original', { hasText: 'Boat 40 ' }),
      page.locator('.cell.cleaned', { hasText: 'Boat 40 ' }),
    ];
    expect((await original.boundingBox())?.y).toBe((await cleaned.boundingBox())?.y);
  }, 60_000);

  it('blurs, and takes the colours away, until somebody wants to see', async () => {
    const { page } = ann;
    await take();
    const filterOf = (name: string) =>
      page
        .locator(name)
        .first()
        .evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).filter);
    const cell = '.cell.cleaned:not(:hover)';
    await page.mouse.move(5, 5);
    expect(await filterOf(cell)).toBe('none');
    await page.keyboard.press('b');
    await page.locator('.work.blurred').waitFor();
    expect(await page.getByRole('button', { name: 'Blur' }).getAttribute('aria-pressed')).toBe('true');
    expect(await filterOf('.cell.cleaned')).toContain('blur');
    expect(await filterOf('.excerpt')).toContain('blur');
    await page.locator('.cell.cleaned').first().hover();
    expect(await filterOf('.cell.cleaned')).toBe('none');
    await page.mouse.move(5, 5);
    expect(await filterOf('.cell.cleaned')).toContain('blur');
    // By the keyboard alone: the paragraph of now is clear.
    await page.keyboard.press(']');
    await page.locator('.row.current').waitFor();
    expect(await filterOf('.row.current .cell')).toBe('none');
    await page.keyboard.press('b');
    await page.getByRole('button', { name: 'Grey' }).click();
    expect(await filterOf('.text')).toContain('grayscale');
    expect(await filterOf('.side')).toContain('grayscale');
    await page.getByRole('button', { name: 'Grey' }).click();
    expect(await filterOf('.text')).toBe('none');
  }, 60_000);

  it('takes a name away that somebody marks as wrong, and goes on with the next one', async () => {
    const { page } = ann;
    const id = await take();
    expect((await resultOf(id)).entities.map(({ name }) => name)).toContain('Ada Torvald');
    const wrong = page.getByRole('button', { name: 'Ada Torvald is wrong' });
    await wrong.focus();
    await page.keyboard.press('Enter');
    await wrong.waitFor({ state: 'detached' });
    expect((await resultOf(id)).entities.map(({ name }) => name)).not.toContain('Ada Torvald');
    expect(await page.locator('.chips button:focus').count()).toBe(1);
    await page.locator('#tab-history').click();
    await page.locator('.history .event', { hasText: 'Name marked as wrong' }).waitFor();
  }, 60_000);

  it.each([
    ['Arabic', 'ar', ARABIC, 'اشتر حبوبا رخيصة من موقعنا الآن واربح جائزة كبيرة.', 'إن القارب يدور بسهولة'],
    ['Hebrew', 'he', HEBREW, 'קנו כדורים זולים באתר שלנו עכשיו וזכו בפרס גדול.', 'שהסירה פונה בקלות'],
  ] as const)(
    'shows %s from right to left: words, gaps, what is selected, and what has changed',
    async (_, code, paragraphs, hidden, words) => {
      const { page } = ann;
      const id = await take({ format: 'html', text: toHtml(paragraphs, hidden), title: paragraphs[0].slice(0, 40) });
      const cell = page.locator('.cell.cleaned', { hasText: words });
      expect(await cell.getAttribute('lang')).toBe(code);
      const third = await findWords(cell, paragraphs[2].slice(0, 12));
      const later = await findWords(cell, words);
      const box = await cell.boundingBox();
      // It begins at the right of its column, and goes on to the left.
      expect((box?.x ?? 0) + (box?.width ?? 0) - third.right).toBeLessThan(30);
      expect(later.left).toBeLessThan(third.left);
      // So does a gap, whose words are the page's own.
      const gap = page.locator('.gap > button').first();
      const [gapBox, gapCell] = [await gap.boundingBox(), await page.locator('.cell.cleaned:has(.gap)').first().boundingBox()];
      expect((gapCell?.x ?? 0) + (gapCell?.width ?? 0) - (gapBox?.x ?? 0) - (gapBox?.width ?? 0)).toBeLessThan(30);
      expect(await gap.getAttribute('dir')).toBe('ltr');
      await gap.click();
      expect(await page.locator('.gap.open .removed').count()).toBe(1);

      const before = (await resultOf(id)).text;
      await drag(page, cell, words, true);
      expect(await page.locator('.selection-acts .quiet').textContent()).toBe(`${words.length} characters selected`);
      // Another window changes what is selected here.
      const second = await ann.context.newPage();
      await second.goto(page.url());
      await second.waitForSelector('.claim.mine');
      await drag(second, second.locator('.cell.cleaned', { hasText: words }), words, true);
      await second.keyboard.press('d');
      await expect.poll(async () => (await resultOf(id)).text, SLOW).not.toContain(words);
      expect((await resultOf(id)).text.length).toBeGreaterThan(before.length - words.length - 4);
      await second.close();
      await page.keyboard.press('a');
      const runs = page.locator('dialog[open] .word-runs');
      await runs.waitFor();
      expect(await runs.locator('del').allTextContents()).toEqual([expect.stringContaining(words.split(' ')[0] ?? '')]);
      // Its first word stands to the right of its last one.
      const [first, last] = [words.split(' ')[0] ?? '', words.split(' ').at(-1) ?? ''];
      const [from, to] = [await findWords(runs.locator('del'), first), await findWords(runs.locator('del'), last)];
      expect(from.top < to.top || from.left > to.left).toBe(true);
      await page.keyboard.press('Escape');
      expect(await ann.faults()).toEqual([]);
    },
    60_000,
  );
});
