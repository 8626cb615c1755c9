import { describe, expect, it } from 'vitest';
import { moderate } from '../../src/moderate.ts';
import type { LearnedRule } from '../../src/rules/learned/learned-rule-schema.ts';
import { loadLearnedRule } from '../../src/rules/learned/load-learned-rule.ts';
import { loadRuleset } from '../../src/rules/load-ruleset.ts';
import { tryRules } from '../../src/try-rules.ts';

const BASE = loadRuleset();
const STORY = 'The harbour council of Merrow met at noon on Monday to hear what the pilots wanted.';

function load(text: string, match: string, more: Partial<LearnedRule> = {}) {
  const form = text.includes('{') ? 'pattern' : 'phrase';
  const about = { name: 'lamps', version: 1, kind: 'spam_insert', form, text, message: 'lamps' };
  const rest = { scope: 'block', anchor: 'anywhere', maxWords: 20, examples: { match: [match], allow: [] } };
  return loadLearnedRule({ ...about, ...rest, ...more }, BASE, 'begun');
}

describe('rules are tried on an article', () => {
  it('tell what they find, by its place in the original, and change nothing', () => {
    const advert = 'Lamps 20% off at Quaymart';
    const text = `<article><h1>Pilots meet</h1><p>${STORY}</p><p>${advert.replace('20', '<b>20</b>')}</p><p>${STORY} They left.</p></article>`;
    const article = { id: 'a', text, format: 'html' as const };
    const before = moderate(article, { ruleset: BASE });
    const side = { outcome: before.verdict.outcome, score: before.quality.score };
    const { trials } = tryRules(article, { ruleset: BASE, before: side }, [load('lamps {number}% off', advert)]);
    expect(trials).toHaveLength(1);
    expect(trials[0]?.hits.map(({ start, end }) => text.slice(start, end))).toEqual(['Lamps <b>20</b>% off at Quaymart']);
    expect(trials[0]?.before).toEqual(side);
    expect(trials[0]?.after.score).toBeLessThan(before.quality.score);
    expect(moderate(article, { ruleset: BASE })).toEqual(before);
  });

  it('say nothing of what they do not match', () => {
    const rule = load('lamps {number}% off', 'Lamps 20% off');
    expect(tryRules({ id: 'a', text: STORY }, { ruleset: BASE }, [rule])).toEqual({ trials: [], near: [] });
  });

  it('have no hits where other rules take all they match', () => {
    const advert = 'Join our Telegram channel for cheap lamps';
    const { trials } = tryRules({ id: 'a', text: `${STORY}\n\n${advert}\n\nThey left.` }, { ruleset: BASE }, [
      load('for cheap lamps', advert),
    ]);
    expect(trials.map(({ hits, before, after }) => [hits, before.score === after.score])).toEqual([[[], true]]);
  });

  it('name what comes nearest without matching, when that is asked for', () => {
    const text = `${STORY}\n\nLamps 20% off\n\nThe lamps of the quay went off at nine. It was dark.`;
    const { near } = tryRules({ id: 'a', text }, { ruleset: BASE, near: 2 }, [load('lamps {number}% off', 'Lamps 20% off')]);
    expect(near.map((one) => [one.text, text.slice(one.start, one.end)])).toEqual([
      ['The lamps of the quay went off at nine.', 'The lamps of the quay went off at nine.'],
    ]);
    expect(near[0]?.share).toBe(1);
  });

  it('are tried each by itself', () => {
    const text = `${STORY}\n\nLamps 20% off\n\nCheap gloves for all\n\nThey left.`;
    const rules = [
      load('lamps {number}% off', 'Lamps 20% off'),
      load('cheap gloves for', 'Cheap gloves for all', { name: 'gloves' }),
      load('cheap tents for', 'Cheap tents for all', { name: 'tents' }),
    ];
    const { trials } = tryRules({ id: 'a', text }, { ruleset: BASE }, rules);
    expect(trials.map(({ rule, hits }) => [rule, hits.length])).toEqual([
      ['learned.lamps@1', 1],
      ['learned.gloves@1', 1],
    ]);
    const turns = [0, 1, 2].map((turn) =>
      tryRules({ id: 'a', text }, { ruleset: BASE, turn }, rules).trials.map(({ rule }) => rule),
    );
    expect(turns).toEqual([['learned.lamps@1'], ['learned.gloves@1'], ['learned.lamps@1']]);
  });
});
