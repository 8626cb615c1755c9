import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';
import { toArticleHtml } from '../../src/moderation/report/to-article-html.ts';
import { resultOfPage } from '../moderation/report/result-of-page.ts';
import { HOSTILE_FRAGMENTS } from './hostile-fragments.ts';
import { HAS_BROWSER, openBrowser } from './open-browser.ts';

const ADDRESS = 'https://quay.example/news/ice';
/** Articles of one served page: starting a page costs more than showing an article. */
const PER_PAGE = 10;
const PROSE = [
  'The ice on the river went out on Tuesday night, three weeks earlier than last year, and the council opened the locks.',
  'The pilots will go out on Thursday morning with two boats, and if the banks are sound the first barges may leave on Friday.',
];
const ELEMENTS =
  'article h1 h2 h3 h4 h5 h6 p br ul ol li dl dt dd blockquote pre figure figcaption img table caption thead tbody tfoot tr td th a em strong b i u s sub sup abbr time q cite del ins mark small code kbd samp var dfn bdi';
const ATTRIBUTES = 'lang dir href rel src alt loading title datetime cite start reversed type value colspan rowspan scope';
/** Events that a reader's mouse, keyboard and network make. */
const EVENTS = 'click mouseover mouseenter mousemove pointerover focus focusin keydown input load error toggle animationstart';

/** Run in the page: puts a fragment in, reads it back and puts that in. */
const PUT_IN = `html => {
  const main = document.querySelector('main');
  main.innerHTML = html;
  main.innerHTML = String(main.innerHTML);
}`;

/** Run in the page: lets every event happen to every element, then lists what does not belong there. */
const TOUCH = `async (events, elements, attributes) => {
  const all = [...document.querySelectorAll('main *')];
  for (const element of all) for (const name of events.split(' ')) element.dispatchEvent(new Event(name));
  await new Promise((resolve) => setTimeout(resolve, 5));
  const isOurs = (element) => elements.split(' ').includes(element.localName) && element.namespaceURI.endsWith('/xhtml');
  const foreign = all.filter((element) => !isOurs(element)).map((element) => element.localName);
  for (const element of all) {
    for (const { name } of element.attributes) if (!attributes.split(' ').includes(name)) foreign.push(element.localName + '[' + name + ']');
    const link = element.localName === 'a' ? element.protocol : 'https:';
    if (!['http:', 'https:', 'mailto:'].includes(link)) foreign.push(link);
  }
  return { foreign, pictures: all.filter((element) => element.localName === 'img').map((element) => element.src) };
}`;

interface Touched {
  readonly foreign: readonly string[];
  readonly pictures: readonly string[];
}

const ruleset = loadRuleset();
const toPage = (fragment: string): string =>
  `<!doctype html><html lang=en><body><article><h1>The ice goes out at Merrow</h1><p>${PROSE[0]}</p>${fragment}<p>${PROSE[1]}</p></article>`;

/**
 * Once as the article is told from its page, once with all text of the page kept, so that no vector is merely left out,
 * and once as a text that only looks like HTML.
 */
function drawAll(fragment: string): readonly string[] {
  const html = toPage(fragment);
  const judged = moderate({ id: 'ice', text: html, format: 'html', url: ADDRESS }, { ruleset });
  const whole = resultOfPage(html, {}, { url: ADDRESS });
  const text = moderate({ id: 'ice', text: fragment, url: ADDRESS }, { ruleset });
  return [...new Set([toArticleHtml(judged, html), toArticleHtml(whole, html), toArticleHtml(text, fragment)])];
}

/** What came of a fragment in a page, besides words. */
interface Outcome {
  readonly calls: number;
  readonly dialogs: number;
  readonly navigations: number;
  readonly requests: readonly string[];
  readonly foreign: readonly string[];
}
const NOTHING: Outcome = { calls: 0, dialogs: 0, navigations: 0, requests: [], foreign: [] };

/** A page at an address of its own, without any policy, that answers nothing and counts everything. */
class WatchedPage {
  private calls = 0;
  private dialogs = 0;
  private navigations = 0;
  private requests: string[] = [];
  /** Addresses of pictures that articles showed: a browser may ask for one when the next article is there already. */
  private readonly pictures = new Set<string>();
  private body = '';
  private readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser): Promise<WatchedPage> {
    const page = await browser.newPage();
    const watched = new WatchedPage(page);
    await page.exposeFunction('owned', () => watched.calls++);
    page.on('dialog', (dialog) => {
      watched.dialogs++;
      void dialog.dismiss();
    });
    page.on('framenavigated', () => watched.navigations++);
    await page.route('**/*', (route) => watched.answer(route));
    return watched;
  }

  private async answer(route: Parameters<Parameters<Page['route']>[1]>[0]): Promise<void> {
    const isOwn = route.request().isNavigationRequest() && route.request().url() === ADDRESS;
    if (isOwn) await route.fulfill({ contentType: 'text/html; charset=utf-8', body: this.body });
    else {
      this.requests.push(route.request().url());
      await route.abort();
    }
  }

  private reset(): void {
    this.calls = 0;
    this.dialogs = 0;
    this.navigations = 0;
    this.requests = [];
  }

  async serve(html: string): Promise<void> {
    this.body = html;
    await this.page.goto(ADDRESS, { waitUntil: 'load' });
    this.navigations--;
  }

  async showServed(fragment: string): Promise<Outcome> {
    this.reset();
    await this.serve(`<!doctype html><meta charset=utf-8><link rel=icon href="data:,"><main>${fragment}</main>`);
    return this.touch();
  }

  /** The fragment is put in, read back and put in again, as editors do. */
  async showInner(fragment: string): Promise<Outcome> {
    this.reset();
    await this.page.evaluate(`(${PUT_IN})(${JSON.stringify(fragment)})`);
    return this.touch();
  }

  /** Lets every event happen, then tells what came of it. Pictures that the article shows are asked for, late. */
  private async touch(): Promise<Outcome> {
    const { foreign, pictures } = await this.page.evaluate<Touched>(
      `(${TOUCH})(...${JSON.stringify([EVENTS, ELEMENTS, ATTRIBUTES])})`,
    );
    for (const address of pictures) this.pictures.add(address);
    const requests = this.requests.filter((address) => !this.pictures.has(address));
    return { calls: this.calls, dialogs: this.dialogs, navigations: this.navigations, requests, foreign };
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

describe.runIf(HAS_BROWSER)('the HTML of an article in a real browser', () => {
  let browser: Browser;
  let page: WatchedPage;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await WatchedPage.open(browser);
  }, 60_000);

  afterAll(() => browser.close());

  it('is tried with at least 200 hostile fragments, many of which do run where nothing is sanitised', async () => {
    expect(new Set(HOSTILE_FRAGMENTS).size).toBeGreaterThanOrEqual(200);
    const harmful: string[] = [];
    for (const fragment of HOSTILE_FRAGMENTS.filter((_, index) => index % 8 === 0)) {
      const raw = await WatchedPage.open(browser);
      const outcome = await raw.showServed(fragment).catch(() => NOTHING);
      if (outcome.calls + outcome.dialogs + outcome.navigations + outcome.requests.length > 0) harmful.push(fragment);
      await raw.close();
    }
    expect(harmful.length).toBeGreaterThan(10);
  }, 300_000);

  it('runs nothing of them, loads nothing and leads nowhere, served or put in by a script', async () => {
    const drawn = HOSTILE_FRAGMENTS.flatMap((fragment) => drawAll(fragment).map((html) => ({ fragment, html })));
    for (const { fragment, html } of drawn)
      expect(html, fragment).toMatch(/^<article[^<>]*>(?:\n<[a-z0-9]+[^<>]*>.*)?<\/article>\n$/su);
    const harmful: { outcome: Outcome; of: readonly (typeof drawn)[number][] }[] = [];
    const note = (outcome: Outcome, ...of: readonly (typeof drawn)[number][]): void => {
      if (JSON.stringify(outcome) !== JSON.stringify(NOTHING)) harmful.push({ outcome, of });
    };
    for (let at = 0; at < drawn.length; at += PER_PAGE) {
      const some = drawn.slice(at, at + PER_PAGE);
      note(await page.showServed(some.map(({ html }) => html).join('')), ...some);
    }
    for (const some of drawn) note(await page.showInner(some.html), some);
    expect(harmful).toEqual([]);
  }, 300_000);
});
