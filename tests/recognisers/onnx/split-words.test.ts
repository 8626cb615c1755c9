import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../../../src/recognisers/onnx/split-words.ts';

describe('splitWords', () => {
  it.each([
    ['Ada Quill met', ['Ada', 'Quill', 'met']],
    ['U.S. and A.P. Venn', ['U.S', '.', 'and', 'A.P', '.', 'Venn']],
    ["O’Neill’s, Ada-Bek's", ['O’Neill', '’s', ',', 'Ada-Bek', "'s"]],
    ['Aldane/Merrow—Skerry', ['Aldane', '/', 'Merrow', '—', 'Skerry']],
    ['(“Ada”)…', ['(', '“', 'Ada', '”', ')', '…']],
    ['AT&T 3.5%', ['AT&T', '3.5', '%']],
    ['A😀B', ['A', '😀', 'B']],
  ])('splits %s', (text, words) => {
    expect(splitWords(text).map((word) => word.text)).toEqual(words);
  });

  it('leaves out white space alone, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let at = 0;
        for (const { start, end, text: word, isSpaced } of splitWords(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(word);
          expect(end).toBeGreaterThan(start);
          expect(isSpaced).toBe(start === 0 || /\s/u.test(text.charAt(start - 1)));
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
