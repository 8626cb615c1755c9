import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenTable } from '../../../src/moderation/model/token-table.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { tokenize } from '../../../src/moderation/text/tokenize.ts';

const COLUMNS = ['starts', 'ends', 'hashes', 'kinds'] as const;

const toRows = (table: TokenTable): readonly (readonly number[])[] =>
  Array.from({ length: table.count }, (_, row) => COLUMNS.map((column) => table[column][row] ?? -1));

/** Pieces at whose seams words could grow together: joints, marks, characters without a width, letters of two units. */
const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    ' ',
    "'",
    '’',
    '.',
    ',',
    '1',
    '10',
    'a',
    'B',
    '\u200b',
    '\u0301',
    '%',
    '€',
    '𝒜',
    '漢',
    'а',
    '\ud835',
    '\r\n',
    '\u2028',
    '\t',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

describe('the tokens of a document', () => {
  it('are those of its text, though they are read block by block', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        expect(toRows(parse(text, { id: 'a', text }).tokens)).toEqual(toRows(tokenize(text)));
      }),
      { numRuns: 2000 },
    );
  });

  it('stand in the rows of their blocks', () => {
    const text = 'Title of it\n\nThe pilots came at 10.40.\n\nThe pilots came at 10.40.\n';
    const { blocks, tokens } = parse(text, { id: 'a', text });
    const wordsOf = ({ tokenStart, tokenEnd }: { readonly tokenStart: number; readonly tokenEnd: number }) =>
      Array.from({ length: tokenEnd - tokenStart }, (_, at) =>
        text.slice(tokens.starts[tokenStart + at], tokens.ends[tokenStart + at]),
      );
    expect(blocks.map(wordsOf)).toEqual([
      ['Title', 'of', 'it'],
      ['The', 'pilots', 'came', 'at', '10.40'],
      ['The', 'pilots', 'came', 'at', '10.40'],
    ]);
    expect(blocks.map(({ words }) => words)).toEqual([3, 5, 5]);
  });
});
