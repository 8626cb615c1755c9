import { createHash } from 'node:crypto';
import type { ArticleKey } from './article-key.ts';
import { canonicalJson } from './canonical-json.ts';

/** An event with its place: what a link of the chain is made of. */
export interface NumberedEvent {
  /** An `ArticleEvent`, or what is said to be one. */
  readonly event: { readonly name: string; readonly data: object };
  /** Counts an article's events from 1. */
  readonly number: number;
  readonly time: Date;
}

/**
 * The link of the chain that an event makes: SHA-256, as hexadecimal digits, of the link before it (empty before the first)
 * and of all that the event says, its article included.
 */
export function hashEvent(previous: string, key: ArticleKey, { event, number, time }: NumberedEvent): string {
  const { tenant, articleId, revision } = key;
  const content = canonicalJson([previous, tenant, articleId, revision, number, event.name, time.toISOString(), event.data]);
  return createHash('sha256').update(content).digest('hex');
}
