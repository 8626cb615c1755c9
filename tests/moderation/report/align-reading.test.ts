import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignReading } from '../../../src/moderation/report/align-reading.ts';
import { toDiff } from '../../../src/moderation/report/to-diff.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';
import { HOSTILE, UNSAFE } from './hostile-text.ts';
import { type PageChoice, resultOfPage } from './result-of-page.ts';

const diff = (html: string, choice: PageChoice): string => toDiff(resultOfPage(html, choice), html, { colour: false });
const HTML =
  '<h1>Ice &amp; harbour</h1>\n<p class=x>The <b>ice</b> went  out\n on <a href=/x>Tuesday</a>.</p><ul><li>one<li>two</ul><p>Caf\u00c3\u00a9 <i>Quay</i> opens.</p>';

describe('the diff of an article that came as HTML', () => {
  it('is empty when only markup was taken out', () => {
    expect(diff(HTML, {})).toBe('');
    expect(diff(HTML, { keeps: (_, index) => index !== 3 })).toBe('');
  });

  it('shows blocks that were taken out as they were read', () => {
    const lines = diff(HTML, { removes: (index) => index === 1 || index === 2 }).split('\n');
    expect(lines).toEqual([
      '--- article.txt (article as read from its HTML)',
      '+++ article.txt (cleaned)',
      '@@ -1,8 +1,4 @@ test.removed@1',
      ' Ice & harbour',
      '-',
      '-The ice went out on Tuesday.',
      '-',
      '-one',
      ' ',
      ' two',
      ' ',
      '',
    ]);
  });

  it.each([
    ['taken out of a line', 'went out ', '', '-The ice went out on Tuesday.', '+The ice on Tuesday.'],
    ['taken out together with a tag', 'ice went', '', '-The ice went out on Tuesday.', '+The  out on Tuesday.'],
    ['repaired', 'Caf\u00c3\u00a9', 'Caf\u00e9', '-Caf\u00c3\u00a9 Quay opens.', '+Caf\u00e9 Quay opens.'],
    ['repaired beside a reference', 'harbour', 'harbor', '-Ice & harbour', '+Ice & harbor'],
  ])('shows words that were %s', (_, words, replacement, before, after) => {
    const lines = diff(HTML, { changes: [[words, replacement]] })
      .split('\n')
      .filter((line) => /^[-+](?![-+])/u.test(line));
    expect(lines).toEqual([before, after]);
  });

  it('keeps lines of code and tables apart', () => {
    const html = '<pre>a\nb\nc</pre><table><tr><td>1<td>2<tr><td>3<td>4</table>';
    expect(
      diff(html, {
        changes: [
          ['b', 'x'],
          ['4', '5'],
        ],
      })
        .split('\n')
        .slice(3),
    ).toEqual([' a', '-b', '+x', ' c', ' ', ' 1\t2'.replace('\t', '\u2409'), '-3\u24094', '+3\u24095', '']);
  });

  const page = fc
    .array(
      fc.constantFrom(
        '<p>',
        '<b>',
        '</b>',
        '<li>',
        '<br>',
        '<pre>',
        '<td>',
        'ice ',
        ' out',
        '&amp;',
        '\n',
        '<table>',
        '</table>',
      ),
      { maxLength: 40 },
    )
    .map((parts) => `<p>${parts.join('')}`);

  it('leads to the lines of the cleaned text, whatever the page', () => {
    fc.assert(
      fc.property(page, fc.nat(7), (html, seed) => {
        const result = resultOfPage(html, { removes: (index) => ((index * 5 + seed) & 3) === 0 });
        const { rows, beforeText, afterText } = alignReading(result, html);
        expect(afterText.join('\n')).toBe(result.text);
        expect(rows.flatMap(({ before }) => before ?? [])).toEqual(beforeText.map((_, at) => at));
        expect(rows.flatMap(({ after }) => after ?? [])).toEqual(afterText.map((_, at) => at));
        for (const { before, after } of rows) {
          if (before !== undefined && after !== undefined) expect(beforeText[before]).toBe(afterText[after]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('shows the article as read on its left side, whatever the page', () => {
    fc.assert(
      fc.property(page, fc.nat(7), (html, seed) => {
        // A tag without a meaning where it stands parts words for the eye, not for a parser.
        const letters = (text: string): string => text.replace(/\s+/gu, '');
        const { beforeText } = alignReading(resultOfPage(html, { removes: (index) => ((index * 5 + seed) & 3) === 0 }), html);
        expect(letters(beforeText.join('\n'))).toBe(letters(resultOfPage(html).text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(Object.entries(HOSTILE))('passes nothing of a hostile %s on to the terminal', (_, attack) => {
    const drawn = diff(`<p>a ${attack}</p><p>b ${attack}</p>`, { removes: (index) => index === 0 });
    expect(drawn).toContain('\n-a ');
    expect(UNSAFE.exec(drawn)?.[0]).toBeUndefined();
  });

  it('takes linear time', () => {
    const time = (size: number): number => {
      const html = '<p>words <b>and</b> more</p>'.repeat(size);
      const result = resultOfPage(html, { removes: (index) => index % 3 === 0 });
      return cpuSeconds(() => alignReading(result, html));
    };
    time(500);
    expect(time(8000)).toBeLessThan(Math.max(0.3, 4 * 8 * time(1000)));
  });
});
