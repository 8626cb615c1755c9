import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DASHBOARD_ROWS } from '../../observability/dashboard-panels.ts';
import { chooseRange } from '../../observability/drawing/choose-range.ts';
import { toDashboardPage } from '../../observability/drawing/to-dashboard-page.ts';
import { expectQuiet, expectReadable } from './expect-still-page.ts';
import { HAS_BROWSER, openBrowser } from './open-browser.ts';

const ATTACK = `<img src=x onerror="document.title='owned'">`;
/** Of what stands beside each other or below each other in a panel, what covers another by more than a pixel. */
const OVERLAPS = `[...document.querySelectorAll('.panel')].flatMap((panel) => {
  const boxes = [...panel.children].map((child) => [child, child.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
    .filter(([, b]) => a.bottom > b.top + 1 && b.bottom > a.top + 1 && a.height > 0 && b.height > 0)
    .map(([other]) => one.outerHTML.slice(0, 80) + ' covers ' + other.outerHTML.slice(0, 80)));
}).concat([...document.querySelectorAll('.panel')].filter((panel) => panel.scrollWidth > panel.clientWidth).map((panel) => 'too wide: ' + panel.textContent.slice(0, 80)))`;

function makePage(): string {
  const range = chooseRange(Date.UTC(2026, 2, 1, 8), Date.UTC(2026, 2, 1, 14), 15);
  const points = Math.floor((range.to - range.from) / range.step) + 1;
  const names = ['/v1/desk/articles/:id/appeals/decide', ATTACK, 'north', 'south', 'east', 'west', 'up', 'down', 'left', 'none'];
  const series = names.map((name, row) => ({
    name,
    values: Array.from({ length: points }, (_, at) =>
      at % 37 < row ? null : row === 9 ? 0 : (1 + Math.sin(at / 9 + row)) * 10 ** (row - 3),
    ),
  }));
  const rows = DASHBOARD_ROWS.map(({ title, panels }, row) => ({
    title,
    panels: panels.map((panel, at) => ({ panel, series: (row + at) % 4 === 3 ? [] : series })),
  }));
  const alert = {
    name: 'CopydeskDeliveriesFail',
    severity: 'warning',
    about: ATTACK,
    from: range.from,
    to: range.to,
    isOn: true,
  };
  return toDashboardPage(rows, [alert], range);
}

describe.runIf(HAS_BROWSER)('the page of the dashboard in a real browser', () => {
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
    ['dark', 900],
  ] as const)('is styled, readable, accessible and quiet, %s at %i pixels', (...showing) =>
    expectReadable(browser, html, showing, async (page) => {
      expect(await page.title()).toBe('Copydesk dashboard');
      expect(await page.evaluate(OVERLAPS)).toEqual([]);
    }),
  );

  it('keeps its style under its own policy, runs nothing and fetches nothing', () =>
    expectQuiet(browser, html, ATTACK, async (page) => {
      const looks: string[] = await page.evaluate(
        `[...document.querySelectorAll('.key .line')].slice(0, 8).map((line) => getComputedStyle(line).stroke + getComputedStyle(line).strokeDasharray)`,
      );
      expect(new Set(looks).size).toBe(8);
    }));
});
