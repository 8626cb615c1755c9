/**
 * What a report says, beside the query that says the same of the store; `$1` is a pattern for the tenant. A query gives one count, or
 * rows with a `name` and the columns that are named; rows that hold only zeros are nothing.
 */
export interface Figure {
  readonly path: string;
  readonly columns: readonly string[];
  readonly sql: string;
}

const figure = (path: string, sql: string, ...columns: readonly string[]): Figure => ({
  path,
  columns: columns.length === 0 ? ['count'] : columns,
  sql,
});

/** Of results, which a purge takes away: to be asked before. */
export const CONTENT_FIGURES: readonly Figure[] = [
  figure('articles.cleaned', `SELECT count(*) FROM copydesk.results WHERE tenant LIKE $1`),
  figure('articles.outcomes', `SELECT outcome AS name, count(*) FROM copydesk.results WHERE tenant LIKE $1 GROUP BY 1`),
  figure(
    'scores',
    `SELECT least(19, floor(score / 5)) * 5 AS name, count(*) FILTER (WHERE outcome = 'publish') AS publish,
            count(*) FILTER (WHERE outcome = 'review') AS review, count(*) FILTER (WHERE outcome = 'reject') AS reject
       FROM copydesk.results WHERE tenant LIKE $1 GROUP BY 1`,
    ...['publish', 'review', 'reject'],
  ),
  figure(
    'findings.total',
    `SELECT count(*) FROM copydesk.results, json_array_elements(json::json -> 'findings') f WHERE tenant LIKE $1`,
  ),
  figure(
    'findings.removed',
    `SELECT count(*) FROM copydesk.results, json_array_elements(json::json -> 'findings') f
      WHERE tenant LIKE $1 AND f ->> 'action' = 'removed'`,
  ),
  figure(
    'findings.kinds',
    `SELECT f ->> 'kind' AS name, count(*) FROM copydesk.results, json_array_elements(json::json -> 'findings') f
      WHERE tenant LIKE $1 GROUP BY 1`,
  ),
  figure(
    'findings.removed_kinds',
    `SELECT f ->> 'kind' AS name, count(*) FROM copydesk.results, json_array_elements(json::json -> 'findings') f
      WHERE tenant LIKE $1 AND f ->> 'action' = 'removed' GROUP BY 1`,
  ),
  figure(
    'findings.incomplete',
    `SELECT i AS name, count(*) FROM copydesk.results, json_array_elements_text(json::json -> 'incomplete') i
      WHERE tenant LIKE $1 GROUP BY 1`,
  ),
  figure(
    'rules',
    `SELECT f ->> 'rule' AS name, count(*) AS findings, count(*) FILTER (WHERE f ->> 'action' = 'removed') AS removed_findings
       FROM copydesk.results, json_array_elements(json::json -> 'findings') f WHERE tenant LIKE $1 GROUP BY 1`,
    ...['findings', 'removed_findings'],
  ),
  figure(
    'sources',
    `SELECT CASE WHEN source ~ '^[A-Za-z0-9_.:-]{0,64}$' THEN source
                 ELSE 'sha256:' || left(encode(sha256(convert_to(source, 'UTF8')), 'hex'), 16) END AS name,
            count(*) AS findings, count(*) FILTER (WHERE f ->> 'action' = 'removed') AS removed
       FROM copydesk.results JOIN copydesk.articles USING (tenant, article_id, revision), json_array_elements(json::json -> 'findings') f
      WHERE tenant LIKE $1 GROUP BY 1`,
    ...['findings', 'removed'],
  ),
];

/** Of events, states and tables that outlive content. */
export const FIGURES: readonly Figure[] = [
  figure('events', `SELECT name, count(*) FROM copydesk.events WHERE tenant LIKE $1 GROUP BY 1`),
  figure('articles.received', `SELECT count(*) FROM copydesk.articles WHERE tenant LIKE $1`),
  figure('articles.queued', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'article.queued'`),
  figure('articles.cleaned', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'article.cleaned'`),
  figure(
    'articles.outcomes',
    `SELECT data ->> 'outcome' AS name, count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'article.cleaned' GROUP BY 1`,
  ),
  figure('articles.accepted', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'article.accepted'`),
  figure('articles.flagged', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'article.flagged'`),
  figure(
    'articles.dead',
    `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'processing.failed' AND (data ->> 'final')::boolean`,
  ),
  figure('articles.superseded', `SELECT count(*) FROM copydesk.articles WHERE tenant LIKE $1 AND superseded`),
  figure('articles.replayed', `SELECT coalesce(sum(run - 1), 0) AS count FROM copydesk.articles WHERE tenant LIKE $1`),
  figure(
    'articles.purged',
    `SELECT data ->> 'reason' AS name, count(*) FROM copydesk.events JOIN copydesk.articles USING (tenant, article_id, revision)
      WHERE tenant LIKE $1 AND name = 'article.purged' AND purged GROUP BY 1`,
  ),
  figure('articles.characters.count', `SELECT count(characters) FROM copydesk.articles WHERE tenant LIKE $1`),
  figure('articles.characters.min', `SELECT min(characters) AS count FROM copydesk.articles WHERE tenant LIKE $1`),
  figure('articles.characters.max', `SELECT max(characters) AS count FROM copydesk.articles WHERE tenant LIKE $1`),
  figure(
    'scores',
    `SELECT least(19, floor((data ->> 'score')::numeric / 5)) * 5 AS name,
            count(*) FILTER (WHERE data ->> 'outcome' = 'publish') AS publish, count(*) FILTER (WHERE data ->> 'outcome' = 'review') AS review,
            count(*) FILTER (WHERE data ->> 'outcome' = 'reject') AS reject
       FROM copydesk.events WHERE tenant LIKE $1 AND name = 'article.cleaned' GROUP BY 1`,
    ...['publish', 'review', 'reject'],
  ),
  figure(
    'findings.total',
    `SELECT coalesce(sum((data ->> 'findings')::int), 0) AS count FROM copydesk.events WHERE tenant LIKE $1 AND name = 'article.cleaned'`,
  ),
  figure('processing.started', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'processing.started'`),
  figure('processing.stalled', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'processing.stalled'`),
  figure(
    'processing.failed',
    `SELECT data ->> 'code' AS name, count(*) FILTER (WHERE NOT (data ->> 'final')::boolean) AS again,
            count(*) FILTER (WHERE (data ->> 'final')::boolean) AS final
       FROM copydesk.events WHERE tenant LIKE $1 AND name = 'processing.failed' GROUP BY 1`,
    ...['again', 'final'],
  ),
  // What began and has no end in the store was overtaken: nobody was killed.
  figure(
    'processing.abandoned',
    `SELECT 'overtaken' AS name, count(*) FILTER (WHERE name = 'processing.started')
              - count(*) FILTER (WHERE name IN ('article.cleaned', 'processing.failed')) AS count
       FROM copydesk.events WHERE tenant LIKE $1`,
  ),
  figure('processing.seconds.count', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'article.cleaned'`),
  figure('processing.queued.count', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'article.queued'`),
  figure(
    'processing.waited.count',
    `SELECT count(DISTINCT (article_id, revision)) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'processing.started'`,
  ),
  figure(
    'rules',
    `SELECT data ->> 'rule' AS name, count(*) FILTER (WHERE name = 'span.restored') AS restored,
            count(*) FILTER (WHERE name = 'span.removed') AS removed, count(*) FILTER (WHERE name = 'text.edited') AS edited,
            count(*) FILTER (WHERE name = 'finding.reclassified') AS reclassified
       FROM copydesk.events WHERE tenant LIKE $1 AND data ? 'rule' GROUP BY 1`,
    ...['restored', 'removed', 'edited', 'reclassified'],
  ),
  figure(
    'sources',
    `SELECT CASE WHEN source ~ '^[A-Za-z0-9_.:-]{0,64}$' THEN source
                 ELSE 'sha256:' || left(encode(sha256(convert_to(source, 'UTF8')), 'hex'), 16) END AS name,
            count(*) FILTER (WHERE name = 'article.received') AS received,
            count(*) FILTER (WHERE name = 'article.cleaned' AND data ->> 'outcome' = 'publish') AS publish,
            count(*) FILTER (WHERE name = 'article.cleaned' AND data ->> 'outcome' = 'review') AS review,
            count(*) FILTER (WHERE name = 'article.cleaned' AND data ->> 'outcome' = 'reject') AS reject,
            count(*) FILTER (WHERE name = 'processing.failed' AND (data ->> 'final')::boolean) AS dead,
            count(*) FILTER (WHERE name = 'span.restored') AS restored,
            count(*) FILTER (WHERE name = 'delivery.failed') AS delivery_failed
       FROM copydesk.events JOIN copydesk.articles USING (tenant, article_id, revision) WHERE tenant LIKE $1 GROUP BY 1`,
    ...['received', 'publish', 'review', 'reject', 'dead', 'restored', 'delivery_failed'],
  ),
  figure('review.claimed', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'review.claimed'`),
  figure('review.released', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'review.released'`),
  figure('review.lease_expired', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'review.lease_expired'`),
  figure('review.escalated', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'review.escalated'`),
  figure('review.noted', `SELECT count(*) FROM copydesk.notes WHERE tenant LIKE $1`),
  figure(
    'review.accepted',
    `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'review.decided' AND data ->> 'decision' = 'accepted'`,
  ),
  figure(
    'review.rejected',
    `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'review.decided' AND data ->> 'decision' = 'rejected'`,
  ),
  figure(
    'review.reasons',
    `SELECT data ->> 'reason' AS name, count(*) FROM copydesk.events
      WHERE tenant LIKE $1 AND name = 'review.decided' AND data ->> 'reason' IS NOT NULL GROUP BY 1`,
  ),
  figure('review.undone', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'decision.undone'`),
  figure(
    'review.undone_told',
    `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'decision.undone' AND (data ->> 'told')::boolean`,
  ),
  figure(
    'review.checks.agree',
    `SELECT count(*) FROM copydesk.checks WHERE tenant LIKE $1 AND checked_at IS NOT NULL AND checked_decision = decision`,
  ),
  figure(
    'review.checks.differ',
    `SELECT count(*) FROM copydesk.checks WHERE tenant LIKE $1 AND checked_at IS NOT NULL AND checked_decision <> decision`,
  ),
  figure('review.appeals.opened', `SELECT count(*) FROM copydesk.appeals WHERE tenant LIKE $1`),
  figure(
    'review.appeals.upheld',
    `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'appeal.decided' AND (data ->> 'upheld')::boolean`,
  ),
  figure(
    'review.appeals.turned_down',
    `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'appeal.decided' AND NOT (data ->> 'upheld')::boolean`,
  ),
  figure(
    'review.amendments',
    `SELECT CASE name WHEN 'span.restored' THEN 'restored' WHEN 'span.removed' THEN 'removed' WHEN 'text.edited' THEN 'edited'
                      WHEN 'finding.reclassified' THEN 'reclassified' WHEN 'entity.rejected' THEN 'entities_rejected'
                      WHEN 'topic.rejected' THEN 'topics_rejected' WHEN 'topic.added' THEN 'topics_added' END AS name, count(*)
       FROM copydesk.amendments m JOIN copydesk.events e
         ON e.tenant = m.tenant AND e.article_id = m.article_id AND e.revision = m.revision AND e.data ->> 'amendment' = m.id
      WHERE m.tenant LIKE $1 AND name <> 'amendment.withdrawn' GROUP BY 1
     UNION ALL SELECT 'withdrawn', count(*) FROM copydesk.amendments WHERE tenant LIKE $1 AND state = 'withdrawn'`,
  ),
  figure('deliveries.attempted', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'delivery.attempted'`),
  figure('deliveries.succeeded', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'delivery.succeeded'`),
  figure('deliveries.shelved', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'delivery.shelved'`),
  figure('deliveries.replayed', `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'delivery.replayed'`),
  figure(
    'deliveries.failed',
    `SELECT CASE WHEN data ->> 'code' = 'gone' THEN 'gone 410' WHEN data ->> 'code' = 'redirect' THEN 'redirect 302'
                 ELSE data ->> 'code' END AS name, count(*)
       FROM copydesk.events WHERE tenant LIKE $1 AND name = 'delivery.failed' GROUP BY 1`,
  ),
  figure(
    'deliveries.dead_lettered',
    `SELECT data ->> 'code' AS name, count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name = 'delivery.dead_lettered' GROUP BY 1`,
  ),
  figure(
    'deliveries.seconds.count',
    `SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1 AND name IN ('delivery.succeeded', 'delivery.failed')`,
  ),
  figure('stream.articles', `SELECT count(*) FROM copydesk.articles WHERE tenant LIKE $1`),
  figure(
    'stream.gaps.lines',
    `SELECT (SELECT sum(version) FROM copydesk.articles WHERE tenant LIKE $1)
          - (SELECT count(*) FROM copydesk.events WHERE tenant LIKE $1) AS count`,
  ),
  figure(
    'stream.standing.processing',
    `SELECT processing AS name, count(*) FROM copydesk.articles WHERE tenant LIKE $1 GROUP BY 1`,
  ),
  figure('stream.standing.review', `SELECT review AS name, count(*) FROM copydesk.articles WHERE tenant LIKE $1 GROUP BY 1`),
  figure('stream.standing.delivery', `SELECT delivery AS name, count(*) FROM copydesk.articles WHERE tenant LIKE $1 GROUP BY 1`),
  // Lines are written a moment after their events, so that only the sums are the same.
  figure(
    'over_time.buckets',
    `SELECT '' AS name, count(*) FILTER (WHERE name = 'article.received') AS received,
            count(*) FILTER (WHERE name = 'article.cleaned' AND data ->> 'outcome' = 'publish') AS publish,
            count(*) FILTER (WHERE name = 'article.cleaned' AND data ->> 'outcome' = 'review') AS review,
            count(*) FILTER (WHERE name = 'article.cleaned' AND data ->> 'outcome' = 'reject') AS reject,
            count(*) FILTER (WHERE name = 'processing.failed' AND (data ->> 'final')::boolean) AS dead,
            count(*) FILTER (WHERE name = 'delivery.failed') AS delivery_failed,
            count(*) FILTER (WHERE name = 'delivery.succeeded') AS delivery_succeeded
       FROM copydesk.events WHERE tenant LIKE $1`,
    ...['received', 'publish', 'review', 'reject', 'dead', 'delivery_failed', 'delivery_succeeded'],
  ),
];

/** What only the log says: what failed elsewhere, how long things took, what people's pages counted, and the lines themselves. */
export const ONLY_IN_THE_LOG: readonly string[] = [
  ...['schema', 'asked', 'input', 'period', 'levels', 'versions', 'requests', 'failures', 'articles.refused'],
  ...['review.seconds', 'review.keys', 'processing.stages', 'over_time.bucket_seconds'],
  ...['over_time.buckets.p95_seconds', 'over_time.buckets.p95_waited'],
  ...['articles.characters.p50', 'articles.characters.p95', 'articles.characters.p99'],
  ...['processing.seconds', 'processing.queued', 'processing.waited', 'deliveries.seconds'],
  ...['stream.backwards', 'over_time.far'],
  // A replay makes the store forget what people brought back before.
  ...['findings.brought_back', 'findings.brought_back_kinds', 'rules.rows.brought_back', 'sources.rows.brought_back'],
];
