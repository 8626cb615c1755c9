import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';
import { toPage } from '../../src/moderation/report/to-page.ts';
import { HAS_BROWSER, openBrowser } from './open-browser.ts';

const ATTACK = `<script>document.title='owned'</script><img src=x onerror="document.title='owned'">`;
const text = [
  `The harbour council ${ATTACK}`,
  '▶ [Quillbay] Transaction fee 0% discount CODE◀',
  `Odile Harnwick of the Harbour Authority spoke for an hour on Monday, and then she said: ${ATTACK}`,
  '"><style>body{display:none}</style><a href="javascript:document.title=1">The pilots of Merrow wait for their answer.</a>',
].join('\n\n');

describe.runIf(HAS_BROWSER)('the HTML report in a real browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);

  afterAll(() => browser.close());

  it('shows a hostile article as text, runs nothing of it and fetches nothing', async () => {
    const result = moderate({ id: ATTACK, text, url: 'javascript:document.title=1' }, { ruleset: loadRuleset() });
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent(toPage(result, text), { waitUntil: 'load' });
    expect(await page.title()).not.toContain('owned');
    expect(await page.locator('script, img, iframe, object, [onerror], a[href^="javascript"]').count()).toBe(0);
    expect(await page.locator('body').isVisible()).toBe(true);
    expect(await page.locator('body').textContent()).toContain("<script>document.title='owned'</script>");
    expect(requests).toEqual([]);
    await page.close();
  });
});
