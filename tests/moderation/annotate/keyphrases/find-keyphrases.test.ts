import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../../src/index.ts';
import { findKeyphrases } from '../../../../src/moderation/annotate/keyphrases/find-keyphrases.ts';
import { readPhraseLimits } from '../../../../src/moderation/annotate/keyphrases/phrase-limits.ts';
import { readSentences } from '../../../../src/moderation/annotate/tokens/read-sentences.ts';
import type { Entity } from '../../../../src/moderation/model/annotation.ts';
import { loadAnnotationRules } from '../../../../src/rules/load-annotation-rules.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';
import { JUDGED_ARTICLES } from './judged-articles.ts';

const limits = readPhraseLimits(loadAnnotationRules().thresholds);

function placesOf(text: string, name: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at);
  return places;
}

function nameIn(text: string, name: string): Entity {
  const mentions = placesOf(text, name).map((start) => {
    const end = start + name.length;
    return { start, end, sourceStart: start, sourceEnd: end, text: name, confidence: 1, block: 0, sentence: { start, end } };
  });
  return { id: name, type: 'ORG', name, aliases: [], salience: 1, confidence: 1, roles: [], mentions };
}

function read(text: string, ...names: readonly string[]) {
  const block = { kind: 'paragraph', start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length } as const;
  const sentences = readSentences({ text, edits: [], blocks: [block], toSource: (span) => span }, text.length);
  return findKeyphrases(
    text,
    sentences,
    names.map((name) => nameIn(text, name)),
    limits,
  );
}

const textsOf = (text: string, ...names: readonly string[]) => read(text, ...names).map((phrase) => phrase.text);

describe('findKeyphrases', () => {
  it('takes what is repeated, the whole phrase before its parts', () => {
    const phrases = read(
      'The harbour pilots met. Harbour pilots want a winter tide. The winter tide is late, harbour pilots said.',
    );
    expect(phrases).toEqual([
      { text: 'harbour pilots', score: 1 },
      { text: 'winter tide', score: expect.any(Number) },
    ]);
  });

  it('never crosses a comma, a full stop or a function word', () => {
    const texts = textsOf('Pilots, crews. Pilots, crews. Pilots of crews. Pilots of crews.').map((text) => text.toLowerCase());
    expect(texts.sort()).toEqual(['crews', 'pilots']);
  });

  it('finds phrases in a single sentence', () => {
    expect(textsOf('The council sold an old glass works to a shipping line.')).toEqual(
      expect.arrayContaining(['glass works', 'shipping line']),
    );
  });

  it.each(['', '…', '12 34', 'the of and', 'He said so.'])('finds nothing in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('takes names whole, of any length, and cuts none', () => {
    const text = 'The Ministry of Tides met. Crews of the Ministry of Tides left. Old Port Aldane ferries wait in Port Aldane.';
    const texts = textsOf(text, 'Ministry of Tides', 'Port Aldane');
    expect(texts).toContain('Ministry of Tides');
    expect(texts).toContain('Port Aldane');
    for (const part of ['Ministry', 'Tides', 'Aldane', 'Aldane ferries', 'Port', 'Old Port']) expect(texts).not.toContain(part);
  });

  it.each([
    ['The pilots beat the crews.', 'pilots beat'],
    ['They will bridge gaps. They will bridge gaps.', 'bridge gaps'],
    ['Ferries quickly filled. Ferries quickly filled.', 'Ferries quickly'],
    ['The mast was newly painted.', 'newly painted'],
    ['This winter malaria cut the harvest by half.', 'malaria cut'],
    ['Storms and climate change threaten the quay.', 'change threaten'],
    ['The rains came, and malaria cut it short.', 'malaria cut'],
    ['The toll rose, and malaria cut all hope.', 'malaria cut'],
    ['Her mother hid the letters.', 'mother hid'],
    ['His father drank rainwater.', 'father drank'],
    ['At dusk the pilgrims lit candles.', 'pilgrims lit'],
    ['At dusk the pilgrims lit candles.', 'lit candles'],
    ['By noon the troops withdrew.', 'troops withdrew'],
    ['The wall kept families apart.', 'families apart'],
    ['The lawyer returns to Vell.', 'lawyer returns'],
    ['A reed bends beneath the snow.', 'bends beneath'],
    ['A reed bends beneath the snow.', 'reed bends'],
    ['All night rescuers dug through snow.', 'rescuers dug'],
    ['The pond held ice overnight.', 'ice overnight'],
    ['The cord stores the heat.', 'cord stores'],
    ['A lid locks with a click.', 'lid locks'],
    ['The kettle boils in two minutes.', 'kettle boils'],
    ['He was born in the tenth house, the fifth on the quay.', 'tenth'],
    ['He was born in the tenth house, the fifth on the quay.', 'fifth'],
    ['He was born in the tenth house, the fifth on the quay.', 'born'],
    ['The mill burned long ago.', 'ago'],
  ])('no phrase of a verb or adverb in: %s', (text, phrase) => {
    expect(textsOf(text)).not.toContain(phrase);
  });

  it.each([
    ['The trade talks failed.', 'trade talks'],
    ['Climate talks', 'Climate talks'],
    ['The glass works burned.', 'glass works'],
    ['In the climate report the council wrote of tides.', 'climate report'],
    ['The budget cuts hurt.', 'budget cuts'],
    ['Microplastics and seagrass', 'Microplastics'],
    ['The overnight ferry waits.', 'overnight ferry'],
  ])('keeps a noun that is also a verb in: %s', (text, phrase) => {
    expect(textsOf(text)).toContain(phrase);
  });

  it('counts one and many as the same', () => {
    expect(textsOf('A night ferry left. Night ferries wait. The night ferry is late.')).toEqual(['night ferry']);
  });
});

describe('findKeyphrases, on judged articles', () => {
  const found = new Map<string, readonly string[]>();
  /** "Ferries" and "ferry" are one. */
  const fold = (phrase: string): string =>
    phrase
      .toLowerCase()
      .replace(/ies$/u, 'y')
      .replace(/(?<=[^s])s$/u, '');
  const hits = ({ name, expected }: (typeof JUDGED_ARTICLES)[number]) => {
    const phrases = (found.get(name) ?? []).map(fold);
    return expected.filter((forms) => forms.some((form) => phrases.includes(fold(form))));
  };

  beforeAll(() => {
    const ruleset = loadRuleset();
    for (const { name, text } of JUDGED_ARTICLES) {
      const { keyphrases } = moderate({ id: 'a', text }, { ruleset });
      found.set(
        name,
        keyphrases.map((phrase) => phrase.text),
      );
    }
  });

  it.each(JUDGED_ARTICLES.map((article) => [article.name, article] as const))(
    '%s: at least 3 of 5, and nothing that says nothing',
    (name, article) => {
      expect(hits(article).length, `${found.get(name)?.join(', ')}`).toBeGreaterThanOrEqual(3);
      const phrases = (found.get(name) ?? []).map((phrase) => phrase.toLowerCase());
      expect(phrases.filter((phrase) => article.never.includes(phrase))).toEqual([]);
    },
  );

  it('finds most of what was expected', () => {
    const total = JUDGED_ARTICLES.reduce((sum, article) => sum + hits(article).length, 0);
    expect(total).toBeGreaterThanOrEqual(0.82 * 5 * JUDGED_ARTICLES.length);
  });
});

describe('findKeyphrases, for any text', () => {
  const word = fc.constantFrom(
    ...'harbour pilots Pilots the of night ferry Aldane’s said, newly-built 12 A. 😀 \0 \ud800 — crew crews'.split(' '),
  );
  const anyText = fc
    .array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 })
    .map((parts) => parts.join(' '));

  it('gives at most eight phrases that stand in the text, best first, none inside another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const phrases = read(text, 'Aldane');
        expect(phrases.length).toBeLessThanOrEqual(8);
        for (const [at, { text: phrase, score }] of phrases.entries()) {
          expect(text).toContain(phrase);
          expect(phrase.trim()).not.toBe('');
          expect(score).toBeLessThanOrEqual(phrases[at - 1]?.score ?? 1);
          expect(score).toBeGreaterThan(0);
        }
        const sets = phrases.map((phrase) => phrase.text.toLowerCase());
        expect(new Set(sets).size).toBe(sets.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['one word', 'harbour '.repeat(12_000)],
    ['many words', Array.from({ length: 12_000 }, (_, at) => `w${at.toString(36).replace(/\d/gu, 'x')}`).join(' ')],
    ['possessives', "pilot's ".repeat(12_000)],
  ])('takes linear time for 100 KB of %s', (_, text) => {
    expect(cpuSeconds(() => read(text))).toBeLessThan(3);
  });
});
