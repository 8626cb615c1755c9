import nlp from 'compromise/one';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizeSentence } from '../../../../src/moderation/annotate/tokens/tokenize-sentence.ts';

interface Steps {
  readonly splitTerms: (sentence: string, model: unknown) => readonly string[];
  readonly splitWhitespace: (
    term: string,
    model: unknown,
  ) => { readonly pre: string; readonly text: string; readonly post: string };
}

const read = (text: string) => tokenizeSentence(text, { start: 0, end: text.length });
const wordsOf = (text: string) => read(text).map((token) => token.text);

/** The terms of compromise as a whole, for a text that it takes for one sentence. */
function termsOfCompromise(text: string): readonly string[] {
  const terms = nlp.tokenize(text).json({ offset: true }) as readonly { readonly terms: readonly { readonly text: string }[] }[];
  return terms.flatMap((sentence) => sentence.terms.map((term) => term.text)).filter((term) => term !== '');
}

/** The steps of compromise on a sentence as a whole; where its terms do not spell the sentence, the blanks decide. */
function termsByCompromise(text: string): readonly string[] {
  const { splitTerms, splitWhitespace } = (nlp.methods() as { readonly one: { readonly tokenize: Steps } }).one.tokenize;
  const terms = splitTerms(text, nlp.model()).map((term) => splitWhitespace(term, nlp.model()));
  const isSpelled = terms.map(({ pre, text: word, post }) => pre + word + post).join('') === text;
  return isSpelled
    ? terms.map((term) => term.text).filter((term) => term !== '')
    : text.split(/\s+/u).filter((word) => word !== '');
}

describe('tokenizeSentence', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['Ada Quill left Merrow, then came back.', ['Ada', 'Quill', 'left', 'Merrow', 'then', 'came', 'back']],
    ['The Aldane-based firm', ['The', 'Aldane', 'based', 'firm']],
    ['Niger’s “junta” (the council)', ['Niger’s', 'junta', 'the', 'council']],
    ['It cost $5 — or 5% more', ['It', 'cost', '$5', 'or', '5%', 'more']],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('says what stands around a word', () => {
    expect(read('“Yes,” said Ada (34).').map(({ before, after }) => [before, after])).toEqual([
      ['“', ',” '],
      [',” ', ' '],
      [' ', ' '],
      [' (', ').'],
    ]);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      ...'Merrow said, the end. U.S. well-known "Ada" (Venn) don’t 5% $3.20 J. a; b: Quill’s Ph.D. é ü :) <3 #tag @ada ...'.split(
        ' ',
      ),
    ),
    fc.stringMatching(/^[a-zA-Z]{1,8}[,.;:]{0,2}$/u),
  );

  it('divides a sentence of common words as compromise does', () => {
    const plain = fc.stringMatching(/^[a-zA-Z]{2,9}[,;:]?$/u);
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 20 }), (words) => {
        const text = words.join(' ');
        expect(wordsOf(text)).toEqual(termsOfCompromise(text));
      }),
    );
  });

  it('divides a sentence word by word as compromise does as a whole', () => {
    const odd = fc.constantFrom(
      ..."5- 6 ab-5- - -- — “ ) and/or / he/ /she re-do x-ray aug-20 20-aug well-known ab--cd -x x- Quill’s pikes' F.B.I. <3 :) ... ?! ’90s (800) 500+ #a @b °C _c ſ-t".split(
        ' ',
      ),
    );
    const blank = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\u00a0', '\ufeff ');
    const word = fc.oneof(odd, piece, fc.stringMatching(/^[a-z\d"'.,/–-]{1,6}$/u), fc.string({ unit: 'binary', maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, blank), { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.flat().join('');
        expect(wordsOf(text)).toEqual(termsByCompromise(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives tokens that spell the sentence', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        const tokens = read(text);
        for (const [at, token] of tokens.entries()) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(text.slice(tokens[at - 1]?.end ?? 0, token.start)).toBe(token.before);
          expect(text.slice(token.end, tokens[at + 1]?.start ?? text.length).startsWith(token.after)).toBe(true);
        }
      }),
    );
  });
});
