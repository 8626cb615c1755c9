import { Gauge, type Registry } from 'prom-client';
import { ROLES } from '../../roles.ts';
import type { SqlSession } from '../../store/sql-pool.ts';

/** Several who scrape, or one who does it often, ask the database once in so long. */
const FRESH_MS = 4000;
/** A scrape is given up by then; a database that hangs must not be asked again and again. */
const ANSWER_MS = 5000;
const DELIVERY_STATES = ['held', 'pending', 'retrying', 'delivering', 'dead'] as const;
const REVIEW_STATES = ['flagged', 'escalated', 'appealed'] as const;

interface Row {
  readonly waiting: number;
  readonly told: number;
  readonly queue_oldest: number;
  readonly review: Readonly<Record<string, number>> | null;
  readonly review_oldest: number;
  readonly overdue: number;
  readonly claimed: number;
  readonly deliveries: Readonly<Record<string, number>> | null;
  readonly delivery_oldest: number;
  readonly delivery_late: number;
  readonly processes: Readonly<Record<string, { readonly count: number; readonly age: number }>> | null;
  readonly bytes: number;
}

/** Each part reads an index that holds little more than what is counted: what is on its way, on the desk, undelivered or dead. */
const READ = `SELECT
  (SELECT count(*)::integer FROM copydesk.outbox WHERE told_at IS NULL) AS waiting,
  (SELECT count(*)::integer FROM copydesk.outbox WHERE told_at IS NOT NULL) AS told,
  coalesce((SELECT greatest(0, extract(epoch FROM now() - min(created_at)))::float8 FROM copydesk.outbox), 0) AS queue_oldest,
  (SELECT jsonb_object_agg(review, n) FROM (
     SELECT review, count(*) AS n FROM copydesk.articles WHERE status = 'flagged' GROUP BY review) r) AS review,
  coalesce((SELECT greatest(0, extract(epoch FROM now() - min(flagged_at)))::float8
     FROM copydesk.articles WHERE status = 'flagged'), 0) AS review_oldest,
  (SELECT count(*)::integer FROM copydesk.articles WHERE status = 'flagged' AND due_at < now()) AS overdue,
  (SELECT count(*)::integer FROM copydesk.leases WHERE until > now()) AS claimed,
  (SELECT jsonb_object_agg(state, n) FROM (
     SELECT s.state, sum(d.n) AS n FROM unnest($1::text[]) AS s(state) CROSS JOIN copydesk.tenants t
      CROSS JOIN LATERAL (SELECT count(*) AS n FROM copydesk.deliveries x WHERE x.tenant = t.id AND x.state = s.state) d
      GROUP BY s.state) c) AS deliveries,
  coalesce((SELECT greatest(0, extract(epoch FROM now() - min(d.created_at)))::float8
     FROM copydesk.tenants t CROSS JOIN copydesk.deliveries d
    WHERE d.tenant = t.id AND d.state IN ('pending', 'retrying', 'delivering')), 0) AS delivery_oldest,
  coalesce((SELECT greatest(0, extract(epoch FROM now() - min(p.due_at)))::float8
     FROM copydesk.tenants t CROSS JOIN LATERAL (
       SELECT d.due_at FROM copydesk.deliveries d
        WHERE d.tenant = t.id AND d.state IN ('held', 'pending', 'retrying', 'delivering') ORDER BY d.due_at LIMIT 1) p
    WHERE t.webhook_url IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM copydesk.deliveries r WHERE r.tenant = t.id AND r.state = 'retrying')), 0) AS delivery_late,
  (SELECT jsonb_object_agg(role, jsonb_build_object('count', n, 'age', age)) FROM (
     SELECT role, count(*) FILTER (WHERE seen_at > now() - interval '15 seconds') AS n,
            greatest(0, extract(epoch FROM now() - max(seen_at)))::float8 AS age
       FROM copydesk.processes, unnest(roles) AS role GROUP BY role) p) AS processes,
  pg_database_size(current_database())::float8 AS bytes`;

function createGauges(registry: Registry) {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `copydesk_${name}`, help, labelNames: [...labelNames], registers: [registry] });
  return {
    up: gauge('store_up', 'Whether the database answers.'),
    bytes: gauge('store_bytes', 'Size of the database.'),
    queue: gauge('queue_articles', 'Articles on their way: waiting for the queue, or told to it.', ['state']),
    queueOldest: gauge('queue_oldest_seconds', 'How long the oldest article on its way has waited.'),
    review: gauge('review_open', 'Articles that wait for a person.', ['review']),
    reviewOldest: gauge('review_oldest_seconds', 'How long the oldest article has waited for a person.'),
    overdue: gauge('review_overdue', 'Articles on the desk that should have been decided by now.'),
    claimed: gauge('review_claimed', 'Articles that somebody has claimed.'),
    deliveries: gauge('deliveries', 'Decisions that are not delivered yet, and those that were given up.', ['state']),
    deliveryOldest: gauge('delivery_oldest_seconds', 'How long the oldest decision has waited to be sent.'),
    deliveryLate: gauge(
      'delivery_late_seconds',
      'For how long the attempt that is most overdue should have been made; of tenants whose endpoint answers.',
    ),
    processes: gauge('processes', 'Processes that showed a sign of life in the last 15 seconds.', ['role']),
    heartbeat: gauge('heartbeat_age_seconds', 'Since the last sign of life of any process of the role.', ['role']),
  };
}

type Gauges = ReturnType<typeof createGauges>;

function setAll(gauges: Gauges, row: Row): void {
  gauges.up.set(1);
  gauges.bytes.set(row.bytes);
  gauges.queue.set({ state: 'waiting' }, row.waiting);
  gauges.queue.set({ state: 'told' }, row.told);
  gauges.queueOldest.set(row.queue_oldest);
  for (const review of REVIEW_STATES) gauges.review.set({ review }, row.review?.[review] ?? 0);
  gauges.reviewOldest.set(row.review_oldest);
  gauges.overdue.set(row.overdue);
  gauges.claimed.set(row.claimed);
  for (const state of DELIVERY_STATES) gauges.deliveries.set({ state }, row.deliveries?.[state] ?? 0);
  gauges.deliveryOldest.set(row.delivery_oldest);
  gauges.deliveryLate.set(row.delivery_late);
  gauges.heartbeat.reset();
  for (const role of ROLES) {
    const known = row.processes?.[role];
    gauges.processes.set({ role }, known?.count ?? 0);
    if (known) gauges.heartbeat.set({ role }, known.age);
  }
}

/** What is not known is not told: a figure of before would look like one of now. */
function forgetAll({ up, queue, review, deliveries, processes, heartbeat, ...plain }: Gauges): void {
  // Without labels a reset would tell 0; with labels there is no one series to remove.
  for (const gauge of [queue, review, deliveries, processes, heartbeat]) gauge.reset();
  for (const gauge of Object.values(plain)) gauge.remove();
  up.set(0);
}

async function readRow(pool: SqlSession): Promise<Row> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), ANSWER_MS);
  });
  try {
    const { rows } = await Promise.race([pool.query<Row>(READ, [DELIVERY_STATES]), late]);
    const [row] = rows;
    if (!row) throw new Error('the database answered with nothing');
    return row;
  } finally {
    clearTimeout(timer);
  }
}

/** Puts gauges of what the store holds into a registry. Returns what brings them up to date; it never rejects. */
export function createStoreMetrics(registry: Registry, pool: SqlSession): () => Promise<void> {
  const gauges = createGauges(registry);
  let reading: Promise<void> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  const read = async () => {
    try {
      setAll(gauges, await readRow(pool));
    } catch {
      forgetAll(gauges);
    }
    readAt = performance.now();
    reading = undefined;
  };
  return async () => {
    if (performance.now() - readAt < FRESH_MS) return;
    reading ??= read();
    await reading;
  };
}
