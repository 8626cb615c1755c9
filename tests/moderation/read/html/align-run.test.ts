import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignRun } from '../../../../src/moderation/read/html/align-run.ts';

type Part = readonly [text: string, source: string, isSame: boolean];

function align(source: string, value: string, start = 0, end = source.length): readonly Part[] {
  const parts: Part[] = [];
  alignRun(source, { value, start, end }, (text, from, to, isSame) => parts.push([text, source.slice(from, to), isSame]));
  return parts;
}

describe('alignRun', () => {
  it.each<[what: string, source: string, value: string, parts: readonly Part[]]>([
    ['plain text', 'the tide', 'the tide', [['the tide', 'the tide', true]]],
    ['nothing', '', '', []],
    [
      'a reference',
      'Pell &amp; Sons',
      'Pell & Sons',
      [
        ['Pell ', 'Pell ', true],
        ['&', '&amp;', false],
        [' Sons', ' Sons', true],
      ],
    ],
    ['a reference to two characters', '&NotEqualTilde;', '\u2242\u0338', [['\u2242\u0338', '&NotEqualTilde;', false]]],
    [
      'a reference without its end',
      '&notit',
      '¬it',
      [
        ['¬', '&not', false],
        ['it', 'it', true],
      ],
    ],
    ['an ampersand that is none', 'AT&T & more', 'AT&T & more', [['AT&T & more', 'AT&T & more', true]]],
    [
      'a reference to an ampersand before a name',
      '&amp;lt;',
      '&lt;',
      [
        ['&', '&amp;', false],
        ['lt;', 'lt;', true],
      ],
    ],
    ['raw text that looks like a reference', 'a &amp; b', 'a &amp; b', [['a &amp; b', 'a &amp; b', true]]],
    [
      'a carriage return',
      'a\r\nb\rc',
      'a\nb\nc',
      [
        ['a', 'a', true],
        ['\n', '\r\n', false],
        ['b', 'b', true],
        ['\n', '\r', false],
        ['c', 'c', true],
      ],
    ],
    [
      'a NUL that is dropped',
      'a\0b',
      'ab',
      [
        ['a', 'a', true],
        ['b', 'b', true],
      ],
    ],
    [
      'a NUL that is replaced',
      'a\0',
      'a\ufffd',
      [
        ['a', 'a', true],
        ['\ufffd', '\0', false],
      ],
    ],
    ['the line end behind <pre>', '\ncode', 'code', [['code', 'code', true]]],
    [
      'an end tag of nothing before a sign like its own',
      'a</>< b',
      'a< b',
      [
        ['a', 'a', true],
        ['< b', '< b', true],
      ],
    ],
    ['characters of a formula', '<![CDATA[E=m]]>', 'E=m', [['E=m', 'E=m', true]]],
  ])('places %s', (_, source, value, parts) => {
    expect(align(source, value)).toEqual(parts);
  });

  it('stays between start and end', () => {
    expect(align('xx the tide yy', 'the tide', 3, 11)).toEqual([['the tide', 'the tide', true]]);
  });

  it('finds any text again whose signs are written as references', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 4 }), fc.boolean())), (words) => {
        const plain = words.map(([word, isCoded]) => ({ word: word.replace(/[&<\r\0]/gu, 'x'), isCoded }));
        const source = plain
          .map(({ word, isCoded }) => (isCoded ? [...word].map((sign) => `&#${sign.codePointAt(0)};`).join('') : word))
          .join('');
        const value = plain.map(({ word }) => word).join('');
        fc.pre(!/[\u0080-\u009f\ud800-\udfff\ufffe\uffff]/u.test(value));
        expect(
          align(source, value)
            .map(([text]) => text)
            .join(''),
        ).toBe(value);
      }),
    );
  });
});
