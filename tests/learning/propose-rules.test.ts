import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/moderation/model/article.ts';
import { proposeRules } from '../../src/propose-rules.ts';
import { loadLearnedRule } from '../../src/rules/learned/load-learned-rule.ts';
import { loadRuleset } from '../../src/rules/load-ruleset.ts';

const BASE = loadRuleset();
const STORY = 'The harbour council of Merrow met at noon on Monday to hear what the pilots wanted.';

/** A span of a text, from the first to the last of some words. */
function spanOf(text: string, from: string, to: string) {
  const start = text.indexOf(from);
  return { start, end: text.indexOf(to, start) + to.length };
}

function propose(text: string, from: string, to: string, format: Article['format'] = 'text') {
  return proposeRules({ id: 'a', text, format }, spanOf(text, from, to), BASE);
}

describe('rules are proposed for a span', () => {
  it('of a whole line: as it is, with what varies left open, and what stays', () => {
    const advert = 'Deal of the tide: lamps 20% off with code SPRING20 at https://quay.example/lamps now';
    const { proposals, kind, scope, taken, name } = propose(`${STORY}\n\n${advert}\n\nThe deal was off.`, 'Deal of the', 'now');
    expect(proposals.map(({ text }) => text)).toEqual([
      'deal of the tide lamps 20% off with code spring20 at https://quay.example/lamps now',
      'deal of the tide lamps {number}% off with code {word} at {url} now',
      'deal of the tide lamps',
    ]);
    expect(proposals.map(({ form }) => form)).toEqual(['phrase', 'pattern', 'phrase']);
    expect([kind, scope, taken.block, name]).toEqual(['spam_insert', 'block', advert, 'tide-lamps']);
    expect(proposals[1]?.why).toBe('The words of the span; its numbers and addresses and codes may differ.');
    for (const one of proposals) {
      expect(one).toMatchObject({ scope: 'block', anchor: 'anywhere', match: [advert], hits: 1, maxWords: 32 });
      expect(one.allow).toContain('The deal was off.');
    }
  });

  it('of a part of a paragraph: its sentence goes, names are left open', () => {
    const text = `${STORY} Peek at the lamps of Oskar Venn, he says they cost 15 crowns! It was late.`;
    const { proposals, scope, taken } = propose(text, 'Peek', 'crowns!');
    expect(scope).toBe('sentence');
    expect(taken.sentence).toBe('Peek at the lamps of Oskar Venn, he says they cost 15 crowns!');
    expect(proposals.map((one) => one.text)).toContain('peek at the lamps of {name} he says they cost {number} crowns');
    for (const one of proposals) expect(one.match).toEqual([taken.sentence]);
  });

  it.each([
    ['Peek at the lamps of Oskar Venn, he says they cost little', 'from-a-span'],
    ['Venn lamps are cheap this week at the harbour', 'from-a-span'],
    ['LAMPS OF THE TIDE BY VENN', 'from-a-span'],
    ['Lamps of the tide are cheap this week', 'tide-cheap-this'],
  ])('under a name in which nobody is named: %s', (line, name) => {
    expect(propose(`${STORY}\n\n${line}\n\nIt was late, they said.`, line, line).name).toBe(name);
  });

  it('of a label: nothing else may stand in its block', () => {
    const { proposals, kind } = propose(`${STORY}\n\nReklame\n\nIt was late, they said.`, 'Reklame', 'Reklame');
    expect(proposals).toMatchObject([{ text: 'reklame', anchor: 'whole', scope: 'block' }]);
    expect(kind).toBe('boilerplate');
  });

  it('of a page: what stands between its tags', () => {
    const page = `<article><h1>Pilots meet</h1><p>${STORY}</p><p>Get <b>12</b> lamps from <i>Quaymart</i> today</p><p>${STORY} They left.</p></article>`;
    const { proposals, taken } = propose(page, 'Get <b>', 'today', 'html');
    expect(taken.block).toBe('Get 12 lamps from Quaymart today');
    expect(proposals[0]?.text).toBe('get 12 lamps from quaymart today');
    expect(proposals[1]?.text).toContain('get {number} lamps from');
  });

  it('but not for what has no words', () => {
    expect(() => propose(`${STORY}\n\n***\n\nIt was late.`, '***', '***')).toThrow(RangeError);
    const page = `<article><p>${STORY}</p><script>lamps()</script></article>`;
    expect(() => propose(page, '<script>', '</script>', 'html')).toThrow('no word');
  });

  it('of any text: all of them load, match what they were made from, and leave alone what they say', () => {
    const word = fc.constantFrom(
      'lamps',
      'Quaymart',
      '20%',
      'SPRING20',
      'https://quay.example/a?b=c',
      'off',
      '№5',
      '€9',
      'Oskar Venn',
      '—',
      'a@b.example',
      '{',
      '水',
      '\u200b',
    );
    const line = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (lines, a, b) => {
        const text = [STORY, ...lines].join('\n\n');
        const [start = 0, end = 0] = [a % text.length, b % text.length].sort((x, y) => x - y);
        let proposed: ReturnType<typeof proposeRules>;
        try {
          proposed = proposeRules({ id: 'a', text }, { start, end: end + 1 }, BASE);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        for (const { why, match, allow, hits, ...rest } of proposed.proposals) {
          const about = { name: proposed.name, version: 1, kind: proposed.kind, message: why };
          const rule = loadLearnedRule({ ...rest, ...about, examples: { match, allow } }, BASE, 'begun');
          expect(rule.phrases.length).toBeGreaterThan(0);
        }
      }),
    );
  }, 60_000);
});
