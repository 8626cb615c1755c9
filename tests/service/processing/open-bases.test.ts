import { describe, expect, it } from 'vitest';
import { loadLearnedRule, loadRuleset, moderate } from '../../../src/index.ts';
import { type Bases, openBases } from '../../../src/service/processing/open-bases.ts';
import { shareText } from '../../../src/service/rules/share-text.ts';

const RULESET = loadRuleset();
const ARTICLE = {
  id: 'a',
  text: 'The pilots of Merrow met at noon to hear the council.\n\nCheap kettles for all!\n\nThey left at four with nothing agreed.',
};
const TENANTS = 60;

const rulesOf = (tenant: number) => {
  const rule = loadLearnedRule(
    {
      ...{ name: `kettles-of-${tenant}`, version: 1, kind: 'spam_insert', form: 'phrase', text: 'cheap kettles for all' },
      ...{ scope: 'block', anchor: 'anywhere', maxWords: 30, message: 'an advert' },
      examples: { match: ['Cheap kettles for all!'], allow: ['Kettles.'] },
    },
    RULESET,
  );
  return { head: `head-${tenant}`, json: shareText(JSON.stringify({ active: [rule], shadow: [] })) };
};
const RULES = Array.from({ length: TENANTS }, (_, tenant) => rulesOf(tenant));

/** Milliseconds for one article of each of so many tenants in turn, `TENANTS` articles in all. */
function measure(bases: Bases, tenants: number): number {
  const from = performance.now();
  for (let index = 0; index < TENANTS; index++) moderate(ARTICLE, bases.choose(RULES[index % tenants]).context);
  return performance.now() - from;
}

describe('what a thread moderates with', () => {
  it('an article costs about the same, of whichever of many tenants with rules it is', () => {
    const bases = openBases({ ruleset: RULESET });
    const one = () => measure(bases, 1);
    const many = () => measure(bases, TENANTS);
    // The first round of each makes what is kept.
    for (const round of [one, many]) round();
    const rounds = Array.from({ length: 5 }, () => [one(), many()] as const);
    const least = (at: 0 | 1) => Math.min(...rounds.map((round) => round[at]));
    expect(least(1)).toBeLessThan(5 * least(0));
  });

  it('each tenant has the rules of its own', () => {
    const bases = openBases({ ruleset: RULESET });
    const named = RULES.map((rules) => moderate(ARTICLE, bases.choose(rules).context).findings.map(({ rule }) => rule));
    expect(named).toEqual(RULES.map((_, tenant) => [`learned.kettles-of-${tenant}@1`]));
    expect(moderate(ARTICLE, bases.choose(undefined).context).findings).toEqual([]);
  });

  it('forgets the rules used longest ago when all are too large together, and makes them again', () => {
    const bases = openBases({ ruleset: RULESET });
    const large = Array.from({ length: 12 }, (_, at) => ({
      head: `large-${at}`,
      json: shareText(JSON.stringify({ active: [], shadow: [], padding: 'x'.repeat(250_000) })),
    }));
    const [first, last] = [large[0], large.at(-1)];
    const made = bases.choose(first);
    expect(bases.choose(first)).toBe(made);
    for (const one of large) bases.choose(one);
    expect(bases.choose(last)).toBe(bases.choose(last));
    expect(bases.choose(first)).not.toBe(made);
    expect(bases.choose(first).context.ruleset.version).toBe(RULESET.version);
  });
});
