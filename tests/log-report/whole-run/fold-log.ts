import type { ArticleEvent } from '../../../src/service/store/article-event.ts';
import type { ArticleState } from '../../../src/service/store/article-state.ts';
import { ARTICLE_COLUMNS, type ArticleRow, toStoredArticle } from '../../../src/service/store/read-article.ts';
import { reduce } from '../../../src/service/store/reduce.ts';
import type { SqlSession } from '../../../src/service/store/sql-pool.ts';
import { type FoldedArticle, foldTransitions, type TransitionLine } from '../fold-transitions.ts';

/** A line about a recorded event. */
type RecordedLine = TransitionLine & { readonly event: string };

interface EventRow {
  readonly tenant: string;
  readonly article_id: string;
  readonly revision: number;
  readonly number: number;
  readonly name: ArticleEvent['name'];
  readonly data: ArticleEvent['data'];
}

/** How an article stands, or stood after one of its events. */
export interface Standing {
  readonly number: number;
  readonly event?: string;
  readonly run: number;
  readonly attempt: number;
  readonly processing_state: string;
  readonly review_state: string;
  readonly delivery_state: string;
}

/** By tenant, id and revision. */
export type ByArticle<T> = Readonly<Record<string, T>>;

const nameOf = ({ tenant, article_id, revision }: Record<string, unknown>): string => `${tenant} ${article_id} ${revision}`;

const toStanding = ({ version, run, attempt, processing, review, delivery }: ArticleState): Standing => ({
  ...{ number: version, run, attempt },
  ...{ processing_state: processing, review_state: review, delivery_state: delivery },
});

const pick = ({ number, run, attempt, processing_state, review_state, delivery_state }: TransitionLine): Standing => ({
  ...{ number, run, attempt, processing_state, review_state, delivery_state },
});

function group<Row, T>(rows: readonly Row[], name: (row: Row) => string, make: (rows: readonly Row[]) => T): ByArticle<T> {
  return Object.fromEntries([...Map.groupBy(rows, name)].map(([key, own]) => [key, make(own)]));
}

const byNumber = (a: { readonly number: number }, b: { readonly number: number }): number => a.number - b.number;

/** Lines with a number, as the log has them. */
export function readRecordedLines(log: string): readonly (RecordedLine & Record<string, unknown>)[] {
  const lines = log.split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line)).filter(({ number }) => number !== undefined);
}

/** What the lines say of each step of each article. */
export const readSteps = (lines: ReturnType<typeof readRecordedLines>): ByArticle<readonly Standing[]> =>
  group(lines, nameOf, (own) => own.map((line) => ({ ...pick(line), event: line.event })).sort(byNumber));

/** Where the lines leave each article. */
export const foldLog = (lines: ReturnType<typeof readRecordedLines>): ByArticle<FoldedArticle | undefined> =>
  group(lines, nameOf, (own) => {
    const folded = foldTransitions(own);
    return folded && { ...folded, state: pick(folded.state) as TransitionLine };
  });

/** Where the store says that each article stands, as a fold of a log without gaps would have it. */
export async function readStanding(session: SqlSession): Promise<ByArticle<object>> {
  const { rows } = await session.query<ArticleRow>(`SELECT ${ARTICLE_COLUMNS} FROM copydesk.articles`);
  return Object.fromEntries(
    rows.map((row) => [nameOf({ ...row }), { state: toStanding(toStoredArticle(row).state), first: 1, gaps: [], repeated: 0 }]),
  );
}

/** What the events say of each step of each article. */
export async function readEventSteps(session: SqlSession): Promise<ByArticle<readonly Standing[]>> {
  const { rows } = await session.query<EventRow>(
    'SELECT tenant, article_id, revision, number, name, data FROM copydesk.events ORDER BY tenant, article_id, revision, number',
  );
  return group(
    rows,
    (row) => nameOf({ ...row }),
    (own) => {
      let state: ArticleState | undefined;
      return own.map(({ name, data }) => {
        // One event of the log of events.
        state = reduce(state, { name, data } as ArticleEvent);
        return { ...toStanding(state), event: name };
      });
    },
  );
}
