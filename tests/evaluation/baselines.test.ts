import { describe, expect, it } from 'vitest';
import { readBioTags } from '../../src/evaluation/entities/read-bio-tags.ts';
import { tagWithCompromise } from '../../src/evaluation/entities/tag-with-compromise.ts';
import { findExactRepeats } from '../../src/evaluation/lines/find-exact-repeats.ts';
import { followLineRule } from '../../src/evaluation/lines/follow-line-rule.ts';

describe('followLineRule', () => {
  it.each([
    ['The ferry sailed at noon.', false],
    ['Who will pay for the lock?', false],
    ['She said "we will not sail"', false],
    ['The ferry sailed at noon', true],
    ['The ferry sailed at noon...', true],
    ['The ferry sailed.', true],
    ['Please turn on JavaScript to read this page.', true],
    ['By reading on you accept our privacy policy now.', true],
  ])('%s: drops it %s', (line, isDropped) => {
    expect(followLineRule(line)).toBe(isDropped);
  });
});

describe('findExactRepeats', () => {
  it('marks later copies, whatever their case and spacing', () => {
    expect(findExactRepeats(['Share this', 'A story.', ' share  THIS ', 'Share this!'])).toEqual([false, false, true, false]);
  });
});

describe('readBioTags', () => {
  it('joins what continues and begins anew where the type changes or a name is broken', () => {
    const offs = [0, 2, 4, 6, 8, 10].map((start): [number, number] => [start, start + 1]);
    const tags = ['B-PER', 'I-PER', 'I-LOC', 'O', 'I-LOC', 'B-LOC'];
    expect(readBioTags({ doc: 0, text: 'a b c d e f', tags, offs })).toEqual([
      { type: 'PER', start: 0, end: 3 },
      { type: 'LOC', start: 4, end: 5 },
      { type: 'LOC', start: 8, end: 9 },
      { type: 'LOC', start: 10, end: 11 },
    ]);
  });
});

describe('tagWithCompromise', () => {
  it('gives spans without the punctuation around them', () => {
    const text = 'Yesterday John Smith, of London, waited.';
    const found = tagWithCompromise(text).map(({ type, start, end }) => [type, text.slice(start, end)]);
    expect(found).toContainEqual(['PER', 'John Smith']);
    expect(found).toContainEqual(['LOC', 'London']);
  });
});
