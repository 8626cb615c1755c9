import { createHash } from 'node:crypto';
import type { Article } from '../../moderation/model/article.ts';
import { articleSchema } from '../../schema/article-schema.ts';
import { findExcess } from '../../schema/find-excess.ts';
import { canonicalJson } from '../store/canonical-json.ts';
import type { ExternalKey } from '../store/read-latest-of-all.ts';
import { toSqlText } from '../store/to-sql-text.ts';
import { RefusedError } from './refused-error.ts';

/** An article that may be taken in. */
export interface Submission {
  readonly article: Article;
  readonly external: ExternalKey;
  /** The article as JSON text without its revision: what makes two submissions the same. */
  readonly input: string;
  readonly sha256: string;
  /** The trace that it is part of; one of its own when absent. */
  readonly traceId?: string;
}

/** PostgreSQL's text holds neither NUL nor half a surrogate pair, and an id has to be readable in a log. */
const CONTROL = /\p{Cc}/u;

function refuseUnusable(article: Article): void {
  if (CONTROL.test(article.id) || !article.id.isWellFormed()) {
    throw new RefusedError(
      'bad_id',
      'the id holds a control character or half a surrogate pair; use letters, digits and punctuation',
    );
  }
  const checked = articleSchema.safeParse(article);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new RefusedError('bad_article', `${issue?.path.join('.') || 'the article'}: ${issue?.message ?? 'is not usable'}`);
  }
  const excess = findExcess(article);
  if (excess) throw new RefusedError(excess.code, `the article ${excess.message}`);
}

/**
 * The submission that an article makes. Throws `RefusedError` for what `articleSchema` does not allow, and for what can be
 * neither stored nor read.
 */
export function toSubmission(article: Article, tenant: string, traceId?: string): Submission {
  refuseUnusable(article);
  const { revision: _, ...content } = article;
  const input = canonicalJson(content);
  const external = { tenant, source: toSqlText(article.source ?? ''), externalId: article.id };
  const sha256 = createHash('sha256').update(input).digest('hex');
  return { article, external, input, sha256, ...(traceId !== undefined && { traceId }) };
}
