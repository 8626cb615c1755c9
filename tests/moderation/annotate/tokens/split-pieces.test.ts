import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPieces } from '../../../../src/moderation/annotate/tokens/split-pieces.ts';
import type { BlockKind } from '../../../../src/moderation/model/block.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';

function split(kind: BlockKind, text: string): readonly string[] {
  const block = { kind, start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length };
  return splitPieces(text, block, text.length).map(({ start, end }) => text.slice(start, end));
}

const WRAPPED =
  'The harbour council met at noon to hear what the pilots of Anna\nLind wanted, and most of them stayed until the evening came.';

describe('splitPieces', () => {
  it.each([
    ['cells of a table', 'table', 'Anna Lind\tLeeds United\nTom Pike\tYork', ['Anna Lind', 'Leeds United', 'Tom Pike', 'York']],
    ['rows that end as Windows does', 'table', 'Anna Lind\r\nTom Pike', ['Anna Lind', 'Tom Pike']],
    ['tabs in a paragraph', 'paragraph', 'Anna Lind\tSweden', ['Anna Lind', 'Sweden']],
    ['short lines', 'paragraph', 'Jim Reed\nAnn Doyle\n  Paris\nGermany', ['Jim Reed', 'Ann Doyle', 'Paris', 'Germany']],
    ['short lines that end as Windows does', 'paragraph', 'Jim Reed\r\nParis\r\n', ['Jim Reed', 'Paris']],
    [
      'a list after a long line',
      'paragraph',
      'Those who came to the meeting of the council on Monday were\nJim Reed\nAnn Doyle\nOther members stayed away.',
      ['Those who came to the meeting of the council on Monday were\nJim Reed', 'Ann Doyle', 'Other members stayed away.'],
    ],
    ['wrapped prose', 'paragraph', WRAPPED, [WRAPPED]],
    ['wrapped prose that ends as Windows does', 'paragraph', WRAPPED.replace('\n', '\r\n'), [WRAPPED.replace('\n', '\r\n')]],
    ['sentences', 'paragraph', 'Jim left. Ann stayed.', ['Jim left.', 'Ann stayed.']],
    ['nothing', 'paragraph', '', []],
    ['blanks', 'table', '\t\n\t', []],
  ] as const)('%s', (_, kind, text, pieces) => {
    expect(split(kind, text)).toEqual(pieces);
  });

  it('leaves out nothing but blanks, whatever the text', () => {
    const anyText = fc.array(fc.constantFrom('Ann Doyle', 'left.', ' ', '\t', '\n', '\r\n', 'Why?', 'x'.repeat(60)), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(anyText, fc.constantFrom<BlockKind>('table', 'paragraph'), (parts, kind) => {
        const text = parts.join('');
        expect(split(kind, text).join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
      }),
    );
  });

  it.each(['\t', '\n', 'A\n', 'A.\t', '\r'])('is linear in %j', (part) => {
    const text = part.repeat(200_000);
    expect(cpuSeconds(() => split('table', text))).toBeLessThan(2);
  });
});
