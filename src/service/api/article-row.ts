import type { z } from 'zod';
import type { ArticleFormat } from '../../moderation/model/article.ts';
import type { ArticleStatus } from '../store/article-status.ts';
import { articleUrl } from './article-url.ts';
import type { articleRowShape } from './shapes/article-shape.ts';

/** Columns of `copydesk.articles` that make an article in a list. */
export const ARTICLE_ROW_COLUMNS =
  'article_id, revision, external_id, source, title, format, characters, status, score, run, received_at, changed_at';

export interface ArticleRow {
  readonly article_id: string;
  readonly revision: number;
  readonly external_id: string;
  readonly source: string;
  readonly title: string;
  readonly format: ArticleFormat;
  readonly characters: number;
  readonly status: ArticleStatus;
  readonly score: string | null;
  readonly run: number;
  readonly received_at: Date;
  readonly changed_at: Date;
}

export function toArticleRow(row: ArticleRow): z.infer<typeof articleRowShape> {
  const { article_id: id, revision, title, format, characters, status, run } = row;
  return {
    ...{ id, revision, externalId: row.external_id, source: row.source || null, title, format, characters, status, run },
    score: row.score === null ? null : Number(row.score),
    receivedAt: row.received_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    url: articleUrl({ articleId: id, revision }),
  };
}
