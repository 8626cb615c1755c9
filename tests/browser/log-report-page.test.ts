import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LogLines } from '../../bench/report/log-lines.ts';
import { toHtmlReport } from '../../src/log-report/draw/to-html-report.ts';
import { LogTally } from '../../src/log-report/log-tally.ts';
import { EVENT_NAMES, exampleLine } from '../log-report/example-lines.ts';
import { expectQuiet, expectReadable } from './expect-still-page.ts';
import { HAS_BROWSER, openBrowser } from './open-browser.ts';

const ATTACK = `<img src=x onerror="document.title='owned'">`;

function makePage(): string {
  const tally = new LogTally();
  const generator = new LogLines(5, 61_000);
  for (let at = 0; at < 600; at++) for (const line of generator.next()) tally.read(line, ATTACK, at + 1);
  for (const event of EVENT_NAMES) tally.read(exampleLine(event), 'a', 1);
  tally.read(exampleLine('article.received', { source: ATTACK }), 'a', 1);
  tally.read(ATTACK, ATTACK, 2);
  return toHtmlReport(tally.toReport({ files: [{ name: ATTACK, bytes: 1, lines: 1 }], faults: [] }, 500));
}

describe.runIf(HAS_BROWSER)('the page of a log report in a real browser', () => {
  let browser: Browser;
  const html = makePage();
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  it.each([
    ['light', 390],
    ['light', 1440],
    ['dark', 390],
    ['dark', 1440],
  ] as const)('is styled, readable, accessible and quiet, %s at %i pixels', (...showing) =>
    expectReadable(browser, html, showing, async (page) => {
      expect(await page.title()).toBe('Copydesk log report');
      expect(await page.locator('svg:visible').count()).toBe(5);
    }),
  );

  it('keeps its style under its own policy, runs nothing and fetches nothing', () =>
    expectQuiet(browser, html, ATTACK, async (page) => {
      expect(await page.title()).toBe('Copydesk log report');
      expect(await page.locator('.narrow').first().isVisible()).toBe(false);
    }));
});
