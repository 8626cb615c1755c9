import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtmlReport } from '../../../src/log-report/draw/to-html-report.ts';
import { toMarkdownReport } from '../../../src/log-report/draw/to-markdown-report.ts';
import { toTextReport } from '../../../src/log-report/draw/to-text-report.ts';
import { LogTally } from '../../../src/log-report/log-tally.ts';
import type { LogReport } from '../../../src/schema/log-report-schema.ts';
import { EVENT_NAMES, exampleLine } from '../example-lines.ts';

const plain = { colour: false, width: 100 };

function makeReport(lines: readonly string[], file = 'a.log'): LogReport {
  const tally = new LogTally({ tenant: undefined });
  for (const [at, line] of lines.entries()) tally.read(line, file, at + 1);
  return tally.toReport(
    { files: [{ name: file, bytes: 1, lines: lines.length }], faults: [{ name: file, code: 'x', message: file }] },
    10,
  );
}

/** Lines in which a text stands wherever a log may hold one. */
const withText = (text: string): readonly string[] => [
  ...EVENT_NAMES.map((event) => exampleLine(event)),
  exampleLine('article.received', { source: text.slice(0, 60) || 'x', version: text.slice(0, 60) || 'x' }),
  exampleLine('article.received', { article_id: 'w' }),
  exampleLine('processing.started', { article_id: 'w' }, 3),
  exampleLine('span.restored', { rule: text.slice(0, 100) || 'x' }),
  exampleLine('article.refused', { code: text.slice(0, 60) || 'x' }),
  exampleLine('service.failed', { component: text.slice(0, 60) || 'x' }),
  exampleLine('request.answered', { route: text.slice(0, 60) || 'x' }),
  exampleLine('article.accepted').replace('"article.accepted"', JSON.stringify(text)),
  'broken',
];
const whole = makeReport(withText('north'));

describe('toHtmlReport', () => {
  it('lets no text of a log be markup, whatever it is', () => {
    const tags = (page: string): number => page.split('<').length;
    const attack = fc.oneof(
      fc.string(),
      fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=1>', '</style><b>', '&lt;b&gt;', "' x='"),
    );
    const expected = tags(toHtmlReport(makeReport(withText('a'), 'a')));
    fc.assert(
      fc.property(attack, (text) => {
        const page = toHtmlReport(makeReport(withText(`q${text}`), `a${text}`));
        expect(tags(page)).toBe(expected);
        expect(page).not.toMatch(/<script|<img|onerror=1>|<b>/u);
      }),
      { numRuns: 60 },
    );
  });

  it('allows nothing but its own style', () => {
    const page = toHtmlReport(whole);
    const style = /<style>([\s\S]*)<\/style>/u.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`);
    expect(page).not.toMatch(/ style=| on[a-z]+=|https?:|url\(/u);
  });

  it('names and describes every plot, and gives its figures in a table', () => {
    const page = toHtmlReport(whole);
    const plots = page.split('<svg ').length - 1;
    expect(plots).toBe(10);
    expect(page.match(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/gu)).toHaveLength(plots);
    expect(page.match(/<figure>/gu)).toHaveLength(plots / 2);
    expect(page.match(/<details><summary>The figures of this plot<\/summary><div class="scroll"[^>]*><table>/gu)).toHaveLength(
      plots / 2,
    );
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).not.toMatch(/NaN|Infinity|undefined/u);
  });
});

describe.each([
  ['text', (report: LogReport) => toTextReport(report, plain)],
  ['Markdown', toMarkdownReport],
  ['HTML', toHtmlReport],
] as const)('a report as %s', (_, draw) => {
  it('shows every subject', () => {
    const drawn = draw(whole);
    for (const word of [
      'Outcomes',
      'Scores',
      'Noisiest rules',
      'Noisiest sources',
      'Dead letters',
      'Failures by component',
      'Requests by route',
    ]) {
      expect(drawn).toContain(word);
    }
    for (const word of ['harbour-feed', 'econnrefused', 'annotate', 'appeals turned down', 'a.log:'])
      expect(drawn).toContain(word);
  });

  it('says little of nothing', () => {
    expect(draw(makeReport([], 'a'))).toContain('No line was counted.');
  });

  it('shows controls and marks of direction, and obeys none', () => {
    const drawn = draw(makeReport(withText('a\u001b[31m\u202eb\u0000\u009b'), 'f\u001b\u2066'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
    expect(drawn).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    expect(drawn).toContain('202eb');
  });
});

describe('toTextReport', () => {
  it('keeps within the width of the screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 120 }), (width) => {
        const lines = toTextReport(makeReport(withText('x'.repeat(90))), { colour: false, width }).split('\n');
        const tables = lines.filter((line) => line.startsWith('  ') || line.startsWith('──'));
        expect(Math.max(...tables.map((line) => [...line].length))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
