/**
 * Times of the review, which follow from the state and the database's clock: since when an article is on the desk, until when somebody should
 * have decided, when somebody has. An undone decision leaves the first two as they were; an appeal begins anew.
 */
const REVIEW_TIMES = (['flagged_at', 'due_at'] as const)
  .map((column) => {
    const since =
      column === 'flagged_at'
        ? 'now()'
        : `date_trunc('minute', now() + make_interval(hours => (SELECT review_hours FROM copydesk.tenants t WHERE t.id = a.tenant)))`;
    return `${column} = CASE WHEN c.review = 'none' THEN NULL WHEN c.review = 'appealed' AND a.review <> 'appealed' THEN ${since}
              WHEN c.review IN ('flagged', 'escalated') AND a.${column} IS NULL THEN ${since} ELSE a.${column} END`;
  })
  .join(', ');

/**
 * How every statement writes the columns of `Folded`, which it names `c` and reads from JSON, into `copydesk.articles`, which it names `a`:
 * `set` follows UPDATE; `record` says what the JSON holds beside the key.
 */
export const STATE_SQL = {
  set: `SET processing = c.processing, review = c.review, delivery = c.delivery, attempt = c.attempt, version = c.version,
         run = c.run, unended = c.unended, claimant = c.claimant, fence = c.fence, decision = c.decision,
         superseded = c.superseded, purged = c.purged, status = c.status,
         score = coalesce(c.score, a.score), head = c.head, job_id = c.job_id, changed_at = now(), ${REVIEW_TIMES},
         decided_at = CASE WHEN c.review <> 'decided' THEN NULL WHEN a.review = 'decided' THEN a.decided_at
                           ELSE date_trunc('milliseconds', now()) END,
         priority = CASE c.review WHEN 'appealed' THEN 2 WHEN 'escalated' THEN 1 ELSE 0 END`,
  record: `processing text, review text, delivery text, attempt integer, version integer, run integer, unended integer,
           claimant text, fence integer, decision text, superseded boolean, purged boolean, status text, score numeric, head text,
           job_id text`,
} as const;
