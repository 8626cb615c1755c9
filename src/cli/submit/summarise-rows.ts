import type { SubmitRow } from './submit-row.ts';

const VERDICT_EXIT = { publish: 0, review: 1, reject: 2 } as const;

/** The highest exit code of the rows: faults (64 and above) before verdicts (0 publish, 1 review, 2 reject). */
export function exitCodeOf(rows: readonly SubmitRow[]): number {
  let worst = 0;
  for (const row of rows) {
    if ('fault' in row) worst = Math.max(worst, row.fault.exitCode);
    else if (row.sent.verdict) worst = Math.max(worst, VERDICT_EXIT[row.sent.verdict.outcome]);
  }
  return worst;
}

/** For example "12 articles are in, 3 of them before; 9 publish, 2 review, 1 reject; 1 failed". */
export function summariseRows(rows: readonly SubmitRow[]): string {
  const counts = { publish: 0, review: 0, reject: 0 };
  let [taken, known, judged, failed] = [0, 0, 0, 0];
  for (const row of rows) {
    if ('fault' in row) failed++;
    else {
      taken++;
      if (!row.sent.isNew) known++;
      if (row.sent.verdict) {
        judged++;
        counts[row.sent.verdict.outcome]++;
      }
    }
  }
  const parts = [`${taken} ${taken === 1 ? 'article is' : 'articles are'} in${known === 0 ? '' : `, ${known} of them before`}`];
  if (judged > 0) parts.push(`${counts.publish} publish, ${counts.review} review, ${counts.reject} reject`);
  if (failed > 0) parts.push(`${failed} failed`);
  return parts.join('; ');
}
