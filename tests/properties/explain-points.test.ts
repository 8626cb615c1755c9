import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPoints, loadRuleset, type ModeratedArticle, moderate } from '../../src/index.ts';
import type { Ruleset } from '../../src/moderation/model/ruleset.ts';
import { arbitraryArticleText } from './arbitrary-article.ts';

const shipped = loadRuleset();
/** Caps so low that generated articles reach all of them, and rules with points of their own. */
const tight: Ruleset = {
  ...shipped,
  version: 'tight',
  kindScores: { ...shipped.kindScores, garbage_token: { hundredths: 300, cap: 500 }, boilerplate: { hundredths: 50, cap: 75 } },
  rulePoints: { ...shipped.rulePoints, 'spam.exchange-discount': 725 },
  scoreGroups: shipped.scoreGroups.map((group) => ({ ...group, cap: 600 })),
};
const hundredths = (points: number): number => Math.round(points * 100);

function checkExplanation(result: ModeratedArticle, id: string, ruleset: Ruleset): void {
  const explanation = explainPoints(result, id, ruleset);
  const at = result.findings.findIndex((finding) => finding.id === id);
  const finding = result.findings[at];
  if (!finding) throw new Error('no such finding');
  const earlier = result.findings.slice(0, at);
  const sum = (of: readonly { points: number }[]): number => of.reduce((total, { points }) => total + hundredths(points), 0);
  const group = ruleset.scoreGroups.find(({ kinds }) => kinds.includes(finding.kind));
  const ofGroup = earlier.filter(({ kind }) => group?.kinds.includes(kind));
  const own = ruleset.rulePoints[finding.rule.slice(0, finding.rule.indexOf('@'))];

  expect(explanation.finding).toBe(finding);
  expect(explanation.points).toBe(finding.points);
  expect(explanation.component).toBe(finding.kind);
  expect(hundredths(explanation.cap)).toBe(ruleset.kindScores[finding.kind].cap);
  expect(hundredths(explanation.takenBefore)).toBe(sum(earlier.filter(({ kind }) => kind === finding.kind)));
  expect(explanation.group.name).toBe(group?.name);
  expect(hundredths(explanation.group.takenBefore)).toBe(sum(ofGroup));
  if (explanation.from === 'related') expect([explanation.base, finding.related.length > 0]).toEqual([0, true]);
  else expect(hundredths(explanation.base)).toBe(own ?? ruleset.kindScores[finding.kind].hundredths);
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

describe.each([
  ['the rules shipped', shipped],
  ['low caps', tight],
])('explainPoints, for any article, with %s', (_, ruleset) => {
  it('says of each finding how its points came about, and they add up to the score', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        const result = moderate({ id: 'a', text }, { ruleset });
        for (const { id } of result.findings) checkExplanation(result, id, ruleset);
        const explained = result.findings.map(({ id }) => explainPoints(result, id, ruleset));
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
