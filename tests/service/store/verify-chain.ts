import type { ArticleEvent } from '../../../src/service/store/article-event.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { hashEvent } from '../../../src/service/store/hash-event.ts';
import type { SqlSession } from '../../../src/service/store/sql-pool.ts';

interface Row {
  readonly name: ArticleEvent['name'];
  readonly data: ArticleEvent['data'];
  readonly number: number;
  readonly time: Date;
  readonly hash: string | null;
}

/** `broken`: an event was changed, removed or added, or the row of the article names another last event. */
export type Chain = 'whole' | 'broken';

function isWhole(rows: readonly Row[], key: ArticleKey, head: string): boolean {
  let previous = '';
  for (const [index, { name, data, number, time, hash }] of rows.entries()) {
    // Rows were written from an `ArticleEvent`.
    const event = { name, data } as ArticleEvent;
    if (number !== index + 1) return false;
    // Null: written before there were chains. Only the first events may be, and the first link after them starts anew.
    if (hash === null ? previous !== '' : hash !== hashEvent(previous, key, { event, number, time })) return false;
    previous = hash ?? '';
  }
  return previous === head;
}

// One statement sees one moment: an event that comes meanwhile breaks nothing.
const READ = `SELECT e.name, e.data, e.number, e.time, e.hash, a.head FROM copydesk.articles a JOIN copydesk.events e
    ON e.tenant = a.tenant AND e.article_id = a.article_id AND e.revision = a.revision
 WHERE a.tenant = $1 AND a.article_id = $2 AND a.revision = $3 ORDER BY e.number`;

/** Verifies the chain of an article's events against its row. */
export async function verifyChain(session: SqlSession, key: ArticleKey): Promise<Chain> {
  const { rows } = await session.query<Row & { readonly head: string }>(READ, [key.tenant, key.articleId, key.revision]);
  return isWhole(rows, key, rows[0]?.head ?? '') ? 'whole' : 'broken';
}
