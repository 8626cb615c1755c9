import type { ArticleKey } from '../store/article-key.ts';
import type { ArticleState } from '../store/article-state.ts';
import { nameSource } from './name-source.ts';

/** An article as it stood after what a line says. */
export interface Described {
  readonly key: ArticleKey;
  /** As the publisher states it; empty when it states none. */
  readonly source: string;
  readonly state: ArticleState;
}

/** The fields of every line about an article that say nothing of an event: what is not recorded has these alone. */
export function aboutAttempt({ key, source, state: { run, attempt } }: Described) {
  const { tenant, articleId: article_id, revision } = key;
  return { tenant, article_id, revision, run, attempt, ...(source !== '' && { source: nameSource(source) }) };
}

/** The fields of every line about a recorded event; `article` is as the event left it. */
export function aboutArticle(article: Described) {
  const { version: number, processing: processing_state, review: review_state, delivery: delivery_state } = article.state;
  return { ...aboutAttempt(article), number, processing_state, review_state, delivery_state };
}
