import type { z } from 'zod';
import { articleStatus } from '../store/article-status.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { articleUrl } from './article-url.ts';
import type { submittedShape } from './shapes/submission-shape.ts';

/** What is answered of an article that was taken in. */
export function describeSubmitted(
  { key, externalId, source, state }: StoredArticle,
  isNew: boolean,
): z.infer<typeof submittedShape> {
  const { articleId: id, revision } = key;
  return { id, revision, externalId, source: source || null, status: articleStatus(state), url: articleUrl(key), isNew };
}
