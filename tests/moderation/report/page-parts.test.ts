import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import type { Finding } from '../../../src/moderation/model/finding.ts';
import { toArticleHtml } from '../../../src/moderation/report/to-article-html.ts';
import { toDiff } from '../../../src/moderation/report/to-diff.ts';
import { toPage } from '../../../src/moderation/report/to-page.ts';
import { toReport } from '../../../src/moderation/report/to-report.ts';
import { resultOfPage } from './result-of-page.ts';

const HTML = '<p>A <b>first</b> &amp; last word.</p><p>Gone with <i>the</i> ice.</p>';
const result = resultOfPage(HTML, { removes: (index) => index === 1 });

const partOf = (part: string, index: number): Finding => ({
  id: `p${index}`,
  kind: 'boilerplate',
  rule: 'page.left-out@1',
  start: 0,
  end: 3,
  confidence: 1,
  action: 'removed',
  message: 'a part of the page',
  evidence: { part, letters: 20 },
  points: 0,
  related: [],
});
const parts = ['navigation', 'related', 'related', 'x<y'].map(partOf);
const report = (findings: readonly Finding[], width = 100): string =>
  toReport({ ...result, findings }, HTML, { colour: false, width });

describe('reports of an article that came as HTML', () => {
  it('quote what readers saw', () => {
    expect(report(result.findings)).toContain('│ Gone with the ice.\n');
    expect(toPage(result, HTML)).toContain('<q dir="auto">Gone with the ice.</q>');
  });

  it('count what was left out of the page instead of listing it', () => {
    const summary = 'left out as related articles (2), navigation (1), x<y (1): 4 parts of the page';
    const text = report([...parts, ...result.findings]);
    expect(text).toContain(`Removed (1)\n`);
    expect(text).toContain(`  ${summary}\n`);
    expect(text).not.toContain('page.left-out@1');
    const html = toPage({ ...result, findings: [...parts, ...result.findings] }, HTML);
    expect(html).toContain(`<p>${summary.replace('<', '&lt;')}</p>`);
    expect(html).not.toContain('page.left-out@1');
  });

  it('say so also when nothing else was removed, in lines that fit', () => {
    expect(report(parts.slice(0, 1))).toContain('Removed (0)\n  left out as navigation (1): 1 part of the page\n');
    const lines = report(parts, 40).split('\n');
    const summary = lines.slice(lines.findIndex((line) => line.includes('left out as'))).slice(0, 3);
    expect(summary.map((line) => line.length <= 40)).toEqual([true, true, true]);
    expect(summary.map((line) => line.trim()).join(' ')).toContain('4 parts of the page');
  });

  it('list what the page hides in its article, and what a detector took out of it', () => {
    const hidden = { ...partOf('hidden-text', 0), rule: 'hidden.markup@1', kind: 'hidden_text' } as const;
    expect(report([hidden])).toContain('hidden text  hidden.markup@1');
    expect(report([{ ...partOf('breadcrumb', 0), rule: 'page.breadcrumb@1' }])).toContain('page.breadcrumb@1');
  });

  it('follow a page from its source to all of its reports', () => {
    const story = [
      'The ice on the river went out on <b>Tuesday</b> night, three weeks earlier than last year, and the council opened the locks.',
      'The pilots will go out on Thursday morning with two boats, and if the banks are sound the first barges may leave on Friday.',
    ].map((words) => `<p>${words}</p>`);
    const html = `<nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav><article><h1>The ice goes out at Merrow</h1>${story.join('<p>Z4rTq8Wn2Vx6Lb1Kp9Hd3Jm7Gc5Yf0SaE4uRo8Ti2</p>')}</article>`;
    const page = moderate({ id: 'ice', text: html, format: 'html' }, { ruleset: loadRuleset() });
    expect(toReport(page, html, { colour: false })).toContain('left out as navigation (1): 1 part of the page');
    const changed = toDiff(page, html, { colour: false })
      .split('\n')
      .filter((line) => /^[-+](?![-+])/u.test(line));
    expect(changed).toEqual(['-', '-Z4rTq8Wn2Vx6Lb1Kp9Hd3Jm7Gc5Yf0SaE4uRo8Ti2']);
    expect(toArticleHtml(page, html)).toBe(
      `<article lang="en" dir="auto">\n<h1>The ice goes out at Merrow</h1>\n${story.join('\n')}\n</article>\n`,
    );
  });
});
