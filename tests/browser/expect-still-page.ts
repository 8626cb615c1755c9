import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { listViolations } from './list-violations.ts';

/** Expects of a page that is one file that it runs out of no screen to the side and breaks no rule of axe, besides what `look` expects of it. */
export async function expectReadable(
  browser: Browser,
  html: string,
  [colorScheme, width]: readonly ['light' | 'dark', number],
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  await page.setContent(html, { waitUntil: 'load' });
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  await look(page);
  expect(await listViolations(page)).toEqual([]);
  await context.close();
}

/** Expects that it runs nothing of `attack`, which stands in it, and asks for nothing, under its own policy. */
export async function expectQuiet(
  browser: Browser,
  html: string,
  attack: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const told: string[] = [];
  page.on('request', (request) => told.push(request.url()));
  page.on('console', (message) => told.push(message.text()));
  await page.setContent(html, { waitUntil: 'load' });
  expect(told).toEqual([]);
  await look(page);
  expect(await page.locator('img, script, [onerror]').count()).toBe(0);
  expect(await page.locator('body').textContent()).toContain(attack);
  await page.close();
}
