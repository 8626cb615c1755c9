import { appendEvents } from '../store/append-events.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { actOn, holdClaim } from './act-on.ts';
import { deleteLease } from './lease.ts';
import type { Person } from './person.ts';
import type { ReviewDesk } from './review-desk.ts';

/** A working day: on the next one somebody may feel otherwise about it. */
const SKIP_HOURS = 8;

const SKIP = `INSERT INTO copydesk.skips (tenant, article_id, revision, person, until)
  VALUES ($1, $2, $3, $4, now() + make_interval(hours => ${SKIP_HOURS}))
  ON CONFLICT (tenant, article_id, revision, person) DO UPDATE SET until = excluded.until`;

/** Gives a claim back, and has the article pass the person by for some hours. Throws `ReviewError`. */
export function skipArticle(desk: ReviewDesk, person: Person, key: ArticleKey, fence: number): Promise<StoredArticle> {
  return actOn(desk, person, key, async (acting) => {
    const article = holdClaim(acting, person, fence);
    await deleteLease(acting.session, key);
    await acting.session.query(SKIP, [key.tenant, key.articleId, key.revision, person.id]);
    return appendEvents(acting.session, article, [{ name: 'review.released', data: { by: person.id, fence } }], acting.now);
  });
}
