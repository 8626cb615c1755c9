import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPoints, loadRuleset, type ModeratedArticle, moderate, type PointsExplanation } from '../../src/index.ts';
import { FINDING_KINDS, type FindingKind } from '../../src/moderation/model/finding.ts';
import type { PhraseRule, Ruleset } from '../../src/moderation/model/ruleset.ts';
import { arbitraryArticleText } from './arbitrary-article.ts';

const shipped = loadRuleset();
const council = (id: string, kind: FindingKind): PhraseRule => ({
  id,
  kind,
  message: 'the council is named',
  confidence: 0.5,
  phrases: ['council'],
  scope: 'block',
  anchor: 'anywhere',
  action: 'flagged',
  minWords: 0,
  maxWords: 1000,
  zones: ['header', 'body', 'tail'],
  examples: { match: ['council'], allow: ['tide'] },
});
/** Two rules about the same text, rules with points of their own, and caps so low that generated articles reach all of them. */
const tight: Ruleset = {
  ...shipped,
  version: 'tight',
  phraseRules: [...shipped.phraseRules, council('test.one@1', 'leftover'), council('test.other@1', 'profanity')],
  kindScores: { ...shipped.kindScores, garbage_token: { hundredths: 300, cap: 500 }, boilerplate: { hundredths: 50, cap: 75 } },
  rulePoints: { ...shipped.rulePoints, 'test.one': 225 },
  scoreGroups: shipped.scoreGroups.map((group) => ({ ...group, cap: 600 })),
};
const hundredths = (points: number): number => Math.round(points * 100);

function checkExplanation(result: ModeratedArticle, id: string, ruleset: Ruleset): void {
  const explanation = explainPoints(result, id, ruleset);
  const at = result.findings.findIndex((finding) => finding.id === id);
  const finding = result.findings[at];
  const kind = FINDING_KINDS.find((known) => known === finding?.kind);
  if (!finding || !kind) throw new Error('no such finding');
  const earlier = result.findings.slice(0, at);
  const sum = (of: readonly { points: number }[]): number => of.reduce((total, { points }) => total + hundredths(points), 0);
  const group = ruleset.scoreGroups.find(({ kinds }) => kinds.includes(kind));
  const ofGroup = earlier.filter((other) => group?.kinds.some((of) => of === other.kind));
  const own = ruleset.rulePoints[finding.rule.slice(0, finding.rule.indexOf('@'))];

  expect(explanation.finding).toBe(finding);
  expect(explanation.points).toBe(finding.points);
  expect(explanation.component).toBe(finding.kind);
  expect(hundredths(explanation.cap)).toBe(ruleset.kindScores[kind].cap);
  expect(hundredths(explanation.takenBefore)).toBe(sum(earlier.filter((other) => other.kind === kind)));
  expect(explanation.group.name).toBe(group?.name);
  expect(hundredths(explanation.group.takenBefore)).toBe(sum(ofGroup));
  if (explanation.from === 'related') expect([explanation.base, finding.related.length > 0]).toEqual([0, true]);
  else expect(hundredths(explanation.base)).toBe(own ?? ruleset.kindScores[kind].hundredths);
  expect(explanation.from === 'rule').toBe(explanation.from !== 'related' && own !== undefined);

  const leftOfKind = hundredths(explanation.cap) - hundredths(explanation.takenBefore);
  const leftOfGroup = hundredths(explanation.group.cap) - hundredths(explanation.group.takenBefore);
  expect(hundredths(explanation.points)).toBe(Math.min(hundredths(explanation.base), leftOfKind, leftOfGroup));
  const said = explanation.steps.map((step) => (step.match(/\d+\.\d\d/gu) ?? []).map(Number));
  expect(said).toEqual([
    [explanation.base],
    [explanation.cap, explanation.takenBefore, leftOfKind / 100],
    [explanation.group.cap, explanation.group.takenBefore, leftOfGroup / 100],
    [explanation.points],
  ]);
}

/** Where the points of a finding come from, and which cap cut them. */
function waysOf({ base, from, cap, takenBefore, group, points }: PointsExplanation): readonly string[] {
  const cut = points < base;
  const byKind = cut && cap - takenBefore <= group.cap - group.takenBefore;
  return [from, ...(byKind ? ['cap'] : []), ...(cut && !byKind ? ['group cap'] : [])];
}

describe.each([
  ['the rules shipped', shipped, ['kind', 'rule']],
  ['low caps and rules that meet', tight, ['cap', 'group cap', 'kind', 'related', 'rule']],
])('explainPoints, for any article, with %s', (_, ruleset, expected) => {
  const met = new Set<string>();

  it('says of each finding how its points came about, and they add up to the score', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        const result = moderate({ id: 'a', text }, { ruleset });
        for (const { id } of result.findings) checkExplanation(result, id, ruleset);
        const explained = result.findings.map(({ id }) => explainPoints(result, id, ruleset));
        for (const explanation of explained) for (const way of waysOf(explanation)) met.add(way);
        const spent = explained.reduce((sum, { points }) => sum + hundredths(points), 0);
        expect(hundredths(result.quality.score)).toBe(10_000 - spent);
        for (const { name, points } of result.quality.components) {
          const members = explained.filter(({ component }) => component === name);
          expect(members.reduce((sum, member) => sum + hundredths(member.points), 0)).toBe(hundredths(points));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('met every way in which points come about', () => {
    expect([...met].sort()).toEqual(expect.arrayContaining(expected));
  });
});

describe('explainPoints', () => {
  const text = 'ADVERTISEMENT\n\nThe harbour council met at noon.\n\nk7Vb2Xq9Lm4Zt8Rw1Np6Hc3Jd5Gy0SfTaE2uOi7Ke';
  const result = moderate({ id: 'a', text }, { ruleset: shipped });

  it('refuses a finding that is not there, another ruleset, and points that are not its own', () => {
    const altered = { ...result, findings: result.findings.map((finding) => ({ ...finding, points: finding.points + 1 })) };
    expect(result.findings.length).toBeGreaterThan(0);
    expect(() => explainPoints(result, 'f99', shipped)).toThrow(/no finding "f99"/);
    expect(() => explainPoints(result, 'f1', tight)).toThrow(/was made with the ruleset/);
    expect(() => explainPoints(altered, 'f1', shipped)).toThrow(/do not come from/);
  });
});
