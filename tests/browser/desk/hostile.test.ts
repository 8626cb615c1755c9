import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_FRAGMENTS } from '../hostile-fragments.ts';
import { HAS_BROWSER } from '../open-browser.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const PROSE = 'The harbour council of Merrow met at noon on Monday to hear what the pilots wanted from it.';
const MARKS = Array.from({ length: 60 }, (_, index) => String.fromCodePoint(0x0300 + index)).join('');
/** Texts that would upset a page by how they are drawn. */
const ODD = [
  `${PROSE.split('').join(MARKS)}`,
  `\u202e${PROSE}\u202d\u2066 unclosed \u2067 isolates \u202b everywhere`,
  `مرحبا ${PROSE} שלום \u200f\u200e\u061c`,
  `${'W'.repeat(20_000)}`,
  `${'﷽'.repeat(300)}`,
  `\u0001\u0002\u0007\u001b[31m red \u009b31m \ufeff\u200b\u2060`,
  `${'\n'.repeat(2000)}end`,
  `${'👨‍👩‍👧‍👦'.repeat(400)}`,
  `${'\u3164'.repeat(500)} ${'\u00a0'.repeat(5000)}`,
  `${'<div>'.repeat(400)}${PROSE}`,
];
const WRAPPED = [...HOSTILE_FRAGMENTS, ...ODD].flatMap((fragment) => [
  { format: 'html', text: `<article><h1>Council</h1><p>${PROSE}</p>${fragment}<p>${PROSE} Again.</p></article>` },
  { format: 'text', text: `${PROSE}\n\n${fragment}\n\n${PROSE} Again.` },
  { format: 'markdown', text: `# Council\n\n${PROSE}\n\n${fragment}\n\n${PROSE} Again.` },
]);
const COUNT = 500;
const BATCH = 50;

/** Run in the page: lets what hostile text waits for happen, then tells what does not belong there. */
const TOUCH = `async () => {
  for (const element of document.querySelectorAll('.work .cell *')) for (const name of ['mouseover', 'focus', 'load', 'error', 'toggle']) element.dispatchEvent(new Event(name));
  await new Promise((resolve) => setTimeout(resolve, 0));
  const own = ['SPAN', 'DEL', 'INS', 'MARK', 'BUTTON', 'BDI'];
  const foreign = [...document.querySelectorAll('.cell *, .finding bdi *, .chips bdi *, h1 *')].filter((element) => !own.includes(element.tagName)).map((element) => element.outerHTML.slice(0, 100));
  const root = document.documentElement;
  const bar = document.querySelector('.decision-bar').getBoundingClientRect();
  const head = document.querySelector('.article-head').getBoundingClientRect();
  return { foreign, isWide: root.scrollWidth > root.clientWidth, isLow: bar.bottom > innerHeight + 1, isTall: head.height > 220 };
}`;

describe.runIf(HAS_BROWSER)('hostile articles on the desk', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;
  let ids: readonly string[];

  beforeAll(async () => {
    desk = await openDeskBrowser();
    ann = await desk.join('moderator');
    const chosen = Array.from({ length: COUNT }, (_, index) => WRAPPED[Math.floor((index * WRAPPED.length) / COUNT)]);
    const articles = chosen.map((article, index) => ({
      id: `hostile ${index}`,
      ...article,
      title: index % 3 ? `${article?.text.slice(-120)}` : 'T',
      source: index % 5 ? 'x.example' : '<img src=x onerror=owned(1)>',
    }));
    const sent: string[] = [];
    for (let at = 0; at < COUNT; at += BATCH) {
      const { json, text } = await desk.api.call('/v1/articles', { body: { articles: articles.slice(at, at + BATCH) } });
      const answers = json.articles as readonly { id?: string }[];
      for (const { id } of answers) if (id !== undefined) sent.push(id);
      expect(answers.length, text.slice(0, 500)).toBe(Math.min(BATCH, COUNT - at));
    }
    ids = sent;
  }, 400_000);

  afterAll(() => desk.close(), 60_000);

  it('run nothing, load nothing, and break no layout', async () => {
    const count = async () =>
      (
        await desk.api.desk.pool.query<{ n: number }>(
          "SELECT count(*)::int AS n FROM copydesk.articles WHERE processing = 'cleaned'",
        )
      ).rows[0]?.n;
    await expect.poll(count, { timeout: 240_000, interval: 1000 }).toBe(ids.length);
    expect(new Set(WRAPPED.map(({ text }) => text)).size).toBeGreaterThanOrEqual(COUNT);
    expect(ids.length).toBeGreaterThanOrEqual(COUNT - 20);
    const { page } = ann;
    const asked: string[] = [];
    let dialogs = 0;
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => {
      dialogs++;
      void dialog.dismiss();
    });
    const faulty: unknown[] = [];
    for (const id of ids) {
      await page.goto(`${desk.url}/desk/#/article/${id}`);
      // The article before may still be drawn; its title line carries no id.
      await page.waitForSelector(`.work[data-article="${id}"]`, { state: 'attached' });
      const outcome = await page.evaluate<{ foreign: readonly string[]; isWide: boolean; isLow: boolean; isTall: boolean }>(
        `(${TOUCH})()`,
      );
      if (outcome.foreign.length > 0 || outcome.isWide || outcome.isLow || outcome.isTall) faulty.push({ id, ...outcome });
    }
    expect(faulty).toEqual([]);
    expect(dialogs).toBe(0);
    expect(asked.filter((url) => !url.startsWith(desk.url))).toEqual([]);
    expect(await ann.faults()).toEqual([]);
    await page.goto(`${desk.url}/desk/#/queue?state=all`);
    await page.waitForSelector('.queue-row');
    expect(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(false);
    expect(await ann.faults()).toEqual([]);
  }, 600_000);
});
