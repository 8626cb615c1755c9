import { randomBytes } from 'node:crypto';
import { appendEvents } from '../store/append-events.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { toSqlText } from '../store/to-sql-text.ts';
import { actOn } from './act-on.ts';
import type { Person } from './person.ts';
import type { ReviewDesk } from './review-desk.ts';

/** Writes a note to an article, which needs no claim. Throws `ReviewError`. */
export function noteArticle(desk: ReviewDesk, person: Person, key: ArticleKey, text: string): Promise<StoredArticle> {
  return actOn(desk, person, key, async ({ session, article, now }) => {
    const note = `note_${randomBytes(12).toString('hex')}`;
    await session.query(
      'INSERT INTO copydesk.notes (id, tenant, article_id, revision, person, text, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [note, key.tenant, key.articleId, key.revision, person.id, toSqlText(text), now],
    );
    return appendEvents(session, article, [{ name: 'review.noted', data: { by: person.id, note } }], now);
  });
}
