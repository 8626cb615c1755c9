import { describe, expect, it } from 'vitest';
import { CLOSING, detectText, OPENING } from './detect-text.ts';

const TITLE = 'Pilots of Merrow vote on the winter tide';
const WORDS = 'the ice behaves like a guest who will not leave, however often you fetch the coat';
const FULL = `“In some winters, when the northern channel closes before the end of the year, ${WORDS},” Brandow told the council.`;

const copies = (blocks: readonly string[]): readonly (readonly [string, string, string])[] =>
  detectText([TITLE, ...blocks].join('\n\n')).filter(([rule]) => rule.startsWith('duplicate.'));

describe('pull quote', () => {
  it.each([`“The ${WORDS.slice(4)}”`, `„The ${WORDS.slice(4)}“`, `« ${WORDS} »`, `“${WORDS}” — Ilse Brandow`])(
    'flags %j',
    (quote) => {
      expect(copies([OPENING, quote, CLOSING, FULL])).toEqual([['duplicate.pull-quote@1', 'flagged', quote]]);
    },
  );

  it('is flagged once when it stands below what it is taken from', () => {
    expect(copies([OPENING, FULL, CLOSING, `“${WORDS}”`])).toEqual([['duplicate.near@2', 'flagged', `“${WORDS}”`]]);
  });

  it.each([
    ['words that are not quoted', WORDS],
    ['a sentence with a quotation in it', `“The ice,” said Brandow, “${WORDS.slice(8)}.”`],
    ['a quotation that is not taken up', '“Nobody asked the swans what they think of the winter tide”'],
    ['a few words', '“The ice behaves like a guest”'.replace('like a guest', '')],
  ])('leaves %s', (_, block) => {
    expect(copies([OPENING, block, CLOSING, FULL])).toEqual([]);
  });

  it('says where the rest stands', () => {
    expect(copies([OPENING, `“${WORDS}”`, CLOSING, FULL]).map(([rule]) => rule)).toEqual(['duplicate.pull-quote@1']);
  });
});
