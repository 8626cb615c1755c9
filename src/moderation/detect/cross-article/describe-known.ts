import type { KnownArticle } from '../../model/corpus-matches.ts';
import type { Evidence } from '../../model/finding.ts';

/** What is told of another publisher's article: only that there is one. */
const ANOTHER = 'another publisher';

/** Names another article, as far as it may be told. `places` are spans of its original, flat. */
export function describeKnown({ name }: KnownArticle, places: readonly number[]): Evidence {
  if (!name) return { publisher: ANOTHER };
  const { externalId, source, articleId, revision, publishedAt, receivedAt } = name;
  return {
    article: externalId,
    ...(source === '' ? {} : { source }),
    ...(articleId === '' ? {} : { article_id: articleId }),
    revision,
    ...(publishedAt === undefined ? {} : { published_at: publishedAt }),
    ...(receivedAt === undefined ? {} : { received_at: receivedAt }),
    article_spans: places,
  };
}
