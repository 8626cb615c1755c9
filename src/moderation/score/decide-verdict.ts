import type { Finding } from '../model/finding.ts';
import type { Outcome, Quality, Verdict } from '../model/moderated-article.ts';
import type { VerdictLimits } from '../model/ruleset.ts';

function outcomeOf(hundredths: number, mustReview: boolean, limits: VerdictLimits): Outcome {
  if (hundredths < limits.rejectBelow) return 'reject';
  return hundredths < limits.reviewBelow || mustReview ? 'review' : 'publish';
}

function scoreReason(hundredths: number, limits: VerdictLimits): readonly string[] {
  const score = (hundredths / 100).toFixed(2);
  if (hundredths < limits.rejectBelow)
    return [`score ${score} is below ${(limits.rejectBelow / 100).toFixed(2)}, the limit for reject`];
  if (hundredths < limits.reviewBelow)
    return [`score ${score} is below ${(limits.reviewBelow / 100).toFixed(2)}, the limit for review`];
  return [];
}

/** A person has seen it and wants its text, or says that it is none. */
const isDecided = ({ amended }: Finding): boolean => amended?.as === 'kept' || amended?.as === 'fine';

/**
 * What is to become of the article. An article without words, and one a stage could not finish, always asks for a
 * person: a short cut must never look like quality.
 */
export function decideVerdict(
  quality: Quality,
  findings: readonly Finding[],
  incomplete: readonly string[],
  limits: VerdictLimits,
): Verdict {
  const hundredths = Math.round(quality.score * 100);
  const kinds = limits.alwaysReview.filter((kind) => findings.some((finding) => finding.kind === kind && !isDecided(finding)));
  const empty = (quality.signals.words ?? 0) === 0;
  const reasons = [
    ...scoreReason(hundredths, limits),
    ...kinds.map((kind) => `${kind} always asks for a person`),
    ...(empty ? ['no words are left'] : []),
    ...incomplete.map((stage) => `the stage ${stage} is incomplete`),
  ];
  const mustReview = kinds.length > 0 || empty || incomplete.length > 0;
  return { outcome: outcomeOf(hundredths, mustReview, limits), reasons };
}
