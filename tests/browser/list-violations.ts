import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Outcome {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** Rules of WCAG 2.2 up to AA, and what axe calls best practice. What is in order is not listed: it would be most of the page. */
const RUN = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))`;
/** Colours that fade in are no colours yet. */
const FADE_MS = 200;

/** The rules of axe that a page breaks as it is now, with where. */
export async function listViolations(page: Page): Promise<readonly string[]> {
  await page.waitForTimeout(FADE_MS);
  if (await page.evaluate<boolean>("typeof axe === 'undefined'")) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<Outcome>(RUN);
  return violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' | ')}`.slice(0, 900),
  );
}
