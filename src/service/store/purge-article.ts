import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import type { ArticleKey } from './article-key.ts';
import { inTransaction } from './in-transaction.ts';
import { purgeArticles } from './purge-articles.ts';
import { readArticle } from './read-article.ts';
import type { SqlPool, SqlSession } from './sql-pool.ts';
import type { StoredArticle } from './stored-article.ts';

async function purge(session: SqlSession, key: ArticleKey): Promise<{ article?: StoredArticle; isNew: boolean }> {
  const article = await readArticle(session, key, true);
  if (!article) return { isNew: false };
  if (article.state.purged) return { article, isNew: false };
  const [purged] = await purgeArticles(session, [article], 'asked', new Date());
  return { article: purged ?? article, isNew: true };
}

/**
 * Takes the content out of one revision of an article for good, wherever it stands; its events stay. Resolves to the article, or to
 * `undefined` when there is none. Purged again, it stays as it is.
 */
export async function purgeArticle(pool: SqlPool, log: Log, key: ArticleKey): Promise<StoredArticle | undefined> {
  const { article, isNew } = await inTransaction(pool, (session) => purge(session, key));
  if (article && isNew) {
    log('article.purged', { ...aboutArticle(article), reason: 'asked' }, startSpan(article.traceId));
  }
  return article;
}
