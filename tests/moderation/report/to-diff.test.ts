import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { revealControls } from '../../../src/moderation/report/reveal-controls.ts';
import { toDiff } from '../../../src/moderation/report/to-diff.ts';
import { arbitraryArticleText } from '../../properties/arbitrary-article.ts';
import { HOSTILE, UNSAFE } from './hostile-text.ts';
import { moderateText } from './moderate-text.ts';

const PROSE = 'The council met at noon to hear what the pilots wanted, and most of them stayed until the evening.';
const linesOf = (text: string): readonly string[] =>
  text === '' ? [] : text.replace(/(?:\r\n|\n|\r)$/u, '').split(/\r\n|\n|\r/u);
const diff = (text: string): string => toDiff(moderateText(text), text, { colour: false });

interface Hunk {
  readonly before: number;
  readonly after: number;
  readonly rows: readonly string[];
}

function readHunks(text: string): readonly Hunk[] {
  const hunks: { before: number; after: number; rows: string[] }[] = [];
  for (const line of text.split('\n').slice(2, -1)) {
    const head = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@/u.exec(line);
    if (head) hunks.push({ before: Number(head[1]), after: Number(head[3]), rows: [] });
    else hunks.at(-1)?.rows.push(line);
  }
  return hunks;
}

/** What a patch program does with a unified diff. */
function applyDiff(text: string, original: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  for (const { before, rows } of readHunks(text)) {
    const removed = rows.filter((row) => !row.startsWith('+')).length;
    const start = removed === 0 ? before : before - 1;
    lines.push(...original.slice(at, start));
    at = start;
    for (const row of rows) {
      if (row.startsWith('+')) lines.push(row.slice(1));
      else {
        expect(row.slice(1)).toBe(original[at++]);
        if (row.startsWith(' ')) lines.push(row.slice(1));
      }
    }
  }
  return [...lines, ...original.slice(at)];
}

describe('toDiff', () => {
  it('is empty when nothing changed', () => {
    expect(diff(PROSE)).toBe('');
  });

  it('shows removed lines with numbers, context and the rules behind them', () => {
    expect(diff(`A title of four words\n\n${PROSE}\n\nView all\n`)).toBe(
      [
        '--- article.txt (original)',
        '+++ article.txt (cleaned)',
        '@@ -1,5 +1,3 @@ boilerplate.view-all@1',
        ' A title of four words',
        ' ',
        ` ${PROSE}`,
        '-',
        '-View all',
        '',
      ].join('\n'),
    );
  });

  it('shows a change inside a line as one line out and one in', () => {
    const token = 'Z4rTq8Wn2Vx6Lb1Kp9Hd3Jm7Gc5Yf0SaE4uRo8Ti2';
    expect(diff(`${PROSE} ${token} ${PROSE}`)).toContain(`-${PROSE} ${token} ${PROSE}\n+${PROSE} ${PROSE}\n`);
  });

  it('leads from the lines of the original to those of the cleaned text, for any article', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        // Line ends and signs for controls are for the eye: this property is about texts without them.
        const isShown = (one: string) => one === '\n' || revealControls(one) === one;
        const plain = Array.from(text, (one) => (isShown(one) ? one : ' ')).join('');
        const result = moderateText(plain);
        expect(applyDiff(toDiff(result, plain, { colour: false }), linesOf(plain))).toEqual(linesOf(result.text));
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.entries(HOSTILE))('passes nothing of a hostile %s on to the terminal', (_, attack) => {
    const text = `Title with ${attack} inside it\n\n${PROSE} ${attack}\n\n★ ${attack} advert ★\n\n${PROSE} More.\n\n★ ${attack} advert ★\n\nView all`;
    const drawn = toDiff(moderateText(text, attack), text, { colour: false });
    expect(drawn).toContain('\n-View all\n');
    expect(UNSAFE.exec(drawn)?.[0]).toBeUndefined();
  });
});
