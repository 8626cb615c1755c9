import { appendEvents } from '../store/append-events.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { actOn, holdClaim } from './act-on.ts';
import { deleteLease } from './lease.ts';
import type { Person } from './person.ts';
import type { ReviewDesk } from './review-desk.ts';

/** Gives a claim back: others may have the article. Throws `ReviewError`. */
export function releaseArticle(desk: ReviewDesk, person: Person, key: ArticleKey, fence: number): Promise<StoredArticle> {
  return actOn(desk, person, key, async (acting) => {
    const article = holdClaim(acting, person, fence);
    await deleteLease(acting.session, key);
    return appendEvents(acting.session, article, [{ name: 'review.released', data: { by: person.id, fence } }], acting.now);
  });
}
