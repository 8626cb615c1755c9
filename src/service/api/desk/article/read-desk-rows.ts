import type { Outcome } from '../../../../moderation/model/moderated-article.ts';
import type { ProcessingState } from '../../../store/article-state.ts';
import type { SqlSession } from '../../../store/sql-pool.ts';
import { QUEUE_ROW_COLUMNS, type QueueRow } from '../queue/queue-row.ts';

interface EventRow {
  readonly number: number;
  readonly revision: number;
  readonly time: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface NoteRow {
  readonly id: string;
  readonly person: string;
  readonly time: string;
  readonly text: string;
}

/** All that the store has of an article for the desk, as of one moment, but for its result. */
export interface DeskRows extends QueueRow {
  /** The article as JSON text. */
  readonly input: string;
  readonly processing: ProcessingState;
  readonly superseded: boolean;
  readonly purged: boolean;
  readonly fence: number;
  readonly version: number;
  readonly lease_seconds: number | null;
  readonly undo_seconds: number | null;
  /** Null while there is no result, and after a purge. */
  readonly outcome: Outcome | null;
  readonly machine_score: string | null;
  readonly revisions: readonly number[];
  readonly history: readonly EventRow[];
  readonly notes: readonly NoteRow[];
}

/** Events, notes and revisions of one answer; the newest of each. */
export const MOST_LISTED = 1000;

const OF_ARTICLE = 'x.tenant = a.tenant AND x.article_id = a.article_id';
const OF_REVISION = `${OF_ARTICLE} AND x.revision = a.revision`;

/** A held decision is told as soon as it is due, whether or not somebody has fetched it yet. */
const READ = `SELECT ${QUEUE_ROW_COLUMNS}, a.input, a.processing, a.superseded, a.purged, a.fence, a.version,
    extract(epoch FROM l.until - now())::float8 AS lease_seconds,
    (SELECT CASE WHEN x.state = 'held' AND x.due_at > now() THEN extract(epoch FROM x.due_at - now())::float8 END
       FROM copydesk.deliveries x WHERE ${OF_REVISION} AND a.review = 'decided' ORDER BY x.seq DESC LIMIT 1) AS undo_seconds,
    r.outcome, r.score AS machine_score,
    (SELECT json_agg(revision ORDER BY revision) FROM (SELECT x.revision FROM copydesk.articles x
       WHERE ${OF_ARTICLE} ORDER BY x.revision DESC LIMIT ${MOST_LISTED}) AS v) AS revisions,
    (SELECT coalesce(json_agg(e ORDER BY seq), '[]') FROM (SELECT x.seq, x.number, x.revision, x.time, x.name, x.data
       FROM copydesk.events x WHERE ${OF_ARTICLE} ORDER BY x.seq DESC LIMIT ${MOST_LISTED}) AS e) AS history,
    (SELECT coalesce(json_agg(n ORDER BY time), '[]') FROM (SELECT x.id, x.person, x.text, x.created_at AS time FROM copydesk.notes x
       WHERE ${OF_ARTICLE} ORDER BY x.created_at DESC LIMIT ${MOST_LISTED}) AS n) AS notes
  FROM copydesk.articles a
  LEFT JOIN copydesk.leases l ON l.tenant = a.tenant AND l.article_id = a.article_id AND l.revision = a.revision
   AND l.person = a.claimant AND l.fence = a.fence AND l.until > now()
  LEFT JOIN LATERAL (SELECT x.outcome, x.score FROM copydesk.results x WHERE ${OF_REVISION} ORDER BY x.run DESC LIMIT 1) AS r ON true
 WHERE a.tenant = $1 AND a.article_id = $2 AND ($3::integer IS NULL OR a.revision = $3) ORDER BY a.revision DESC LIMIT 1`;

/** A revision of an article, the newest when none is named, or `undefined`. */
export async function readDeskRows(
  session: SqlSession,
  tenant: string,
  id: string,
  revision: number | undefined,
): Promise<DeskRows | undefined> {
  const { rows } = await session.query<DeskRows>(READ, [tenant, id, revision ?? null]);
  return rows[0];
}
