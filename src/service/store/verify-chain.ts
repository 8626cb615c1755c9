import type { ArticleEvent } from './article-event.ts';
import type { ArticleKey } from './article-key.ts';
import { hashEvent } from './hash-event.ts';
import type { SqlSession } from './sql-pool.ts';

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

/** Verifies the chain of an article's events against its row. */
export async function verifyChain(session: SqlSession, key: ArticleKey): Promise<Chain> {
  const id = [key.tenant, key.articleId, key.revision];
  const where = 'WHERE tenant = $1 AND article_id = $2 AND revision = $3';
  const { rows } = await session.query<Row>(
    `SELECT name, data, number, time, hash FROM copydesk.events ${where} ORDER BY number`,
    id,
  );
  const article = await session.query<{ head: string }>(`SELECT head FROM copydesk.articles ${where}`, id);
  return isWhole(rows, key, article.rows[0]?.head ?? '') ? 'whole' : 'broken';
}
