import { describe, expect, it } from 'vitest';
import { findBrokenLimits } from '../../../src/moderation/score/find-broken-limits.ts';
import { loadRuleset } from '../../../src/rules/load-ruleset.ts';
import { measureText } from './signals/measure-text.ts';

const { signals } = loadRuleset();
const SENTENCE = 'The harbour council met at noon with the pilots, and that was the end of the matter for most of them.';
const good = measureText([1, 2, 3, 4].map((day) => `${SENTENCE} It was day ${day} of the strike.`).join('\n\n'));

describe('findBrokenLimits', () => {
  it.each([
    ['the least that is accepted', { 'gopher.words': 50 }, []],
    ['one less', { 'gopher.words': 49 }, ['gopher.words']],
    ['the most that is accepted', { 'gopher.hashes_per_word': 0.1 }, []],
    ['a little more', { 'gopher.hashes_per_word': 0.1001 }, ['gopher.hashes_per_word']],
    ['several, in order of name', { 'gopher.words': 0, 'c4.lorem_ipsum': 1 }, ['c4.lorem_ipsum', 'gopher.words']],
    ['no limit', { 'c4.short_lines': 1 }, []],
  ] as const)('%s', (_, values, broken) => {
    const base = { ...good, 'gopher.duplicate_5gram_characters': 0, 'gopher.duplicate_6gram_characters': 0 };
    const quiet = Object.fromEntries(Object.entries(base).map(([name, value]) => [name, name.includes('gram_') ? 0 : value]));
    expect(findBrokenLimits({ ...base, ...quiet, ...values }, signals, 'en')).toEqual(broken);
  });

  it('asks for English stop words of English only', () => {
    const german = measureText('Der Hafenrat trat am Mittag zusammen, um die Lotsen anzuhören. '.repeat(3));
    expect(german['gopher.stop_words']).toBe(0);
    expect(findBrokenLimits(german, signals, 'en')).toContain('gopher.stop_words');
    expect(findBrokenLimits(german, signals, 'de')).not.toContain('gopher.stop_words');
  });
});
