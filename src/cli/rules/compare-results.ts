import type { Finding } from '../../moderation/model/finding.ts';
import type { ModeratedArticle, Outcome } from '../../moderation/model/moderated-article.ts';

/** How a finding of one ruleset stands to the findings of the other. */
export type ChangeKind = 'gone' | 'new' | 'differs';

/** A finding that only one ruleset makes, or that the two make differently. */
export interface FindingChange {
  readonly change: ChangeKind;
  readonly before: Finding | undefined;
  readonly after: Finding | undefined;
}

export interface Side {
  readonly outcome: Outcome;
  readonly score: number;
}

/** An article that two rulesets judge differently. */
export interface Flip {
  readonly before: Side;
  readonly after: Side;
  /** Which of the three differ; at least one. */
  readonly flips: readonly ('verdict' | 'score' | 'edits')[];
  /** In the order of the original. */
  readonly changes: readonly FindingChange[];
}

const sideOf = ({ verdict, quality }: ModeratedArticle): Side => ({ outcome: verdict.outcome, score: quality.score });

/** Findings are the same finding when they stand on the same text; what takes it out and what flags it are two. */
const keyOf = ({ start, end, action }: Finding): string => `${start} ${end} ${action === 'flagged' ? 'flag' : 'edit'}`;

function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.action === b.action && a.points === b.points;
}

/** Pairs the findings on each span: those alike first, then one for one. What is left over is gone or new. */
function pairFindings(before: readonly Finding[], after: readonly Finding[]): readonly FindingChange[] {
  const waiting = new Map<string, Finding[]>();
  for (const finding of after) waiting.set(keyOf(finding), [...(waiting.get(keyOf(finding)) ?? []), finding]);
  const take = (finding: Finding, fits: (other: Finding) => boolean): Finding | undefined => {
    const rest = waiting.get(keyOf(finding)) ?? [];
    const at = rest.findIndex(fits);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const unlike = before.filter((finding) => !take(finding, (other) => isSame(finding, other)));
  const changes = unlike.map((finding): FindingChange => {
    const other = take(finding, () => true);
    return { change: other ? 'differs' : 'gone', before: finding, after: other };
  });
  const fresh = [...waiting.values()].flat();
  return [...changes, ...fresh.map((finding) => ({ change: 'new' as const, before: undefined, after: finding }))];
}

function startOf({ before, after }: FindingChange): number {
  return before?.start ?? after?.start ?? 0;
}

/** What differs between two results of one article, or nothing when verdict, score and cleaned text are the same. */
export function compareResults(before: ModeratedArticle, after: ModeratedArticle): Flip | undefined {
  const flips = [
    ...(before.verdict.outcome === after.verdict.outcome ? [] : ['verdict' as const]),
    ...(before.quality.score === after.quality.score ? [] : ['score' as const]),
    ...(JSON.stringify(before.edits) === JSON.stringify(after.edits) ? [] : ['edits' as const]),
  ];
  if (flips.length === 0) return undefined;
  const changes = [...pairFindings(before.findings, after.findings)].sort((a, b) => startOf(a) - startOf(b));
  return { before: sideOf(before), after: sideOf(after), flips, changes };
}
