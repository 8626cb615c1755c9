import { FINDING_KINDS, type FindingKind } from '../../../moderation/model/finding.ts';
import type { ArticleKey } from '../../store/article-key.ts';
import type { SqlSession } from '../../store/sql-pool.ts';

/** A line names no more of them. */
const MOST_RULES = 50;

type KindCounts = Readonly<Partial<Record<FindingKind, number>>>;
type RuleCounts = Readonly<Record<string, number>>;

/** How an act changes what counts as brought back or called wrong: what it adds, and what it takes away of an earlier decision. */
export interface Restores {
  readonly restored_kinds?: KindCounts;
  readonly restored_rules?: RuleCounts;
  readonly unrestored_kinds?: KindCounts;
  readonly unrestored_rules?: RuleCounts;
}

interface Row {
  readonly number: number;
  readonly replaced_by: number | null;
  readonly rule: string;
  readonly kind: string;
  readonly spans: number;
}

function sumBy<Name extends string>(rows: readonly (readonly [Name, number])[]): readonly (readonly [Name, number])[] {
  const sums = new Map<Name, number>();
  for (const [name, spans] of rows) sums.set(name, (sums.get(name) ?? 0) + spans);
  return [...sums].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

function sumKinds(rows: readonly Row[]): KindCounts {
  const known = rows.flatMap(({ kind, spans }) =>
    FINDING_KINDS.filter((name) => name === kind).map((name) => [name, spans] as const),
  );
  // Object.fromEntries gives every key the type of all.
  return Object.fromEntries(sumBy(known)) as KindCounts;
}

const sumRules = (rows: readonly Row[]): RuleCounts =>
  Object.fromEntries(sumBy(rows.map(({ rule, spans }) => [rule, spans] as const)).slice(0, MOST_RULES));

const READ = `SELECT number, replaced_by, rule, kind, spans FROM copydesk.span_verdicts
  WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND verdict = 'restored' AND (replaced_by IS NULL OR replaced_by = $4)`;

/**
 * What the decision, or the undoing of one, with this number among the events of its article changed: a decision adds what it says and takes
 * away what it takes the place of; who undoes one takes away what it said, and what that had taken the place of counts again. In the
 * transaction of the act, after it.
 */
export async function readRestores(
  session: SqlSession,
  { tenant, articleId, revision }: ArticleKey,
  number: number,
): Promise<Restores> {
  const { rows } = await session.query<Row>(READ, [tenant, articleId, revision, number]);
  const standing = rows.filter(({ replaced_by }) => replaced_by === null);
  const gone = rows.filter(({ replaced_by }) => replaced_by !== null);
  return {
    ...(standing.length > 0 && { restored_kinds: sumKinds(standing), restored_rules: sumRules(standing) }),
    ...(gone.length > 0 && { unrestored_kinds: sumKinds(gone), unrestored_rules: sumRules(gone) }),
  };
}
