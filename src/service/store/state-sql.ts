/**
 * How every statement writes the columns of `Folded`, which it names `c` and reads from JSON, into `copydesk.articles`, which it names `a`:
 * `set` follows UPDATE; `record` says what the JSON holds beside the key.
 */
export const STATE_SQL = {
  set: `SET processing = c.processing, review = c.review, delivery = c.delivery, attempt = c.attempt, version = c.version,
         run = c.run, unended = c.unended, claimant = c.claimant, fence = c.fence, decision = c.decision,
         superseded = c.superseded, purged = c.purged, status = c.status,
         score = coalesce(c.score, a.score), head = c.head, job_id = c.job_id, changed_at = now()`,
  record: `processing text, review text, delivery text, attempt integer, version integer, run integer, unended integer,
           claimant text, fence integer, decision text, superseded boolean, purged boolean, status text, score numeric, head text,
           job_id text`,
} as const;
