import type { Finding } from '../model/finding.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { type Allotment, allotPoints, capOf } from './allot-points.ts';

/** How the points of one finding came about. All numbers are points; they are exact in hundredths. */
export interface PointsExplanation {
  readonly finding: Finding;
  /** Points before any cap. */
  readonly base: number;
  /** Where `base` is stated: by the rule itself, by its kind; `related`: another finding is charged for this text; `amended`: a person decided about it. */
  readonly from: Allotment['from'];
  /** The most that all findings of the kind may take. */
  readonly cap: number;
  /** What earlier findings of the kind had taken. */
  readonly takenBefore: number;
  /** The group the kind belongs to, the most that the group may take, and what its earlier findings had taken. */
  readonly group: { readonly name: string; readonly cap: number; readonly takenBefore: number };
  /** `min(base, cap - takenBefore, group.cap - group.takenBefore)`; always `finding.points`. */
  readonly points: number;
  /** The part of the score it belongs to: its kind. */
  readonly component: string;
  /** The same in sentences, one a step. */
  readonly steps: readonly string[];
}

const show = (hundredths: number): string => (hundredths / 100).toFixed(2);

function statePrice(finding: Finding, { from, base }: Allotment, cause: Finding): string {
  switch (from) {
    case 'related':
      return `${finding.id} is about the same text as ${cause.id} (${cause.rule}), which is charged for it: ${show(base)} points`;
    case 'rule':
      return `the rule ${finding.rule} states its own points: ${show(base)}`;
    case 'kind':
      return `a finding of the kind ${finding.kind} takes ${show(base)} points`;
    case 'amended':
      return `a person decided about it (${finding.amended?.by.join(', ') ?? ''}): ${show(base)} points`;
    default:
      return from satisfies never;
  }
}

function stateCap(name: string, cap: number, taken: number): string {
  return `${name} may take ${show(cap)}; earlier findings took ${show(taken)}, ${show(Math.max(0, cap - taken))} are left`;
}

function stateSteps(finding: Finding, allotment: Allotment, cause: Finding, cap: number): readonly string[] {
  const { group, takenByKind, takenByGroup, points } = allotment;
  return [
    statePrice(finding, allotment, cause),
    stateCap(`all findings of the kind ${finding.kind}`, cap, takenByKind),
    stateCap(`all findings of the group ${group.name}`, group.cap, takenByGroup),
    `the smallest of these counts: ${finding.id} takes ${show(points)} points`,
  ];
}

/**
 * Says how the points of a finding came about, by working them out again. Throws `RangeError` when the result has no such
 * finding, and when it was made with another ruleset or other arithmetic: then the explanation would be of another score.
 */
export function explainPoints(result: ModeratedArticle, findingId: string, ruleset: Ruleset): PointsExplanation {
  if (result.provenance.ruleset !== ruleset.version)
    throw new RangeError(`the result was made with the ruleset ${result.provenance.ruleset}, not ${ruleset.version}`);
  const index = result.findings.findIndex((finding) => finding.id === findingId);
  const finding = result.findings[index];
  const allotment = allotPoints(result.findings, ruleset)[index];
  if (!finding || !allotment) throw new RangeError(`the result has no finding "${findingId}"`);
  if (allotment.points !== Math.round(finding.points * 100))
    throw new RangeError(`the points of ${findingId} do not come from this engine and ruleset`);
  const { base, from, group, takenByKind, takenByGroup, points, primary } = allotment;
  const cap = capOf(finding.kind, ruleset);
  return {
    finding,
    base: base / 100,
    from,
    cap: cap / 100,
    takenBefore: takenByKind / 100,
    group: { name: group.name, cap: group.cap / 100, takenBefore: takenByGroup / 100 },
    points: points / 100,
    component: finding.kind,
    steps: stateSteps(finding, allotment, result.findings[primary] ?? finding, cap),
  };
}
