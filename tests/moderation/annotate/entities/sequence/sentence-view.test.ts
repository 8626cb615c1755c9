import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWord } from '../../../../../src/moderation/annotate/entities/sequence/hash-word.ts';
import { viewSentence } from '../../../../../src/moderation/annotate/entities/sequence/sentence-view.ts';
import { splitNameTokens } from '../../../../../src/moderation/annotate/entities/sequence/split-name-tokens.ts';
import { CASE, readWordFacts } from '../../../../../src/moderation/annotate/entities/sequence/word-facts.ts';
import { readSentences } from '../../../../../src/moderation/annotate/tokens/read-sentences.ts';

function viewText(text: string) {
  const block = { kind: 'paragraph' as const, start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length };
  const [sentence] = readSentences({ text, edits: [], blocks: [block], toSource: (span) => span }, text.length);
  const words = sentence ? splitNameTokens(text, sentence) : [];
  return { words, view: viewSentence(words, '', new Map()) };
}

/** Words after a comma over which a name may go. */
function joinedAtComma(text: string): readonly string[] {
  const { words, view } = viewText(text);
  return words.filter(({ gap }, at) => gap === ', ' && view.barriers[at] === false).map((word) => word.text);
}

describe('a comma', () => {
  it.each<[text: string, joined: readonly string[]]>([
    ['The Ministry of Trade, Industry and Energy spoke', ['Industry']],
    ['The Department for Culture, Media and Sport spoke', ['Media']],
    ['The Ministry of Trade, Land, Water and Energy spoke', ['Land', 'Water']],
    ['The Ministry of Trade, Industry said', []],
    ['The Ministry of Trade, which buys Steel and Coal', []],
    ['The Bank of Norland, Denmark and Sweden agreed', []],
    ['Ann Doyle, Jr. spoke', ['Jr']],
    ['the lawyer, Jr. spoke', []],
  ])('of %j', (text, joined) => {
    expect(joinedAtComma(text)).toEqual(joined);
  });
});

describe('a run of capitals', () => {
  it.each<[text: string, length: number]>([
    ['Committee to Protect Journalists spoke', 4],
    ['Ann to Protect Journalists spoke', 1],
  ])('of %j', (text, length) => {
    const run = viewText(text).view.runs[0];
    expect((run?.to ?? 0) - (run?.from ?? 0)).toBe(length);
  });
});

describe('facts of a word', () => {
  it('hash its parts as if these stood alone', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 8 }), fc.nat(8), (text, from) => {
        expect(hashWord(text, from)).toBe(hashWord(text.slice(from)));
        expect(hashWord(text, 0, Math.min(from, text.length))).toBe(hashWord(text.slice(0, from)));
      }),
    );
  });

  it.each<[word: string, shape: string, written: number]>([
    ['a', 'x', CASE.lower],
    ['at', 'xx', CASE.lower],
    ['after', 'xx', CASE.lower],
    ['Al', 'Xx', CASE.initial],
    ['Anna', 'Xxx', CASE.initial],
    ['Ågård', 'Xxx', CASE.initial],
    ['é', 'x', CASE.lower],
    ['NATO', 'XX', CASE.upper],
    ['McDuff', 'XxXxx', CASE.mixed],
    ['B2', 'X0', CASE.code],
  ])('of %j', (word, shape, written) => {
    const facts = readWordFacts(word);
    expect([facts.shape, facts.case]).toEqual([hashWord(shape), written]);
  });
});
