import type { Finding } from '../api/desk-types.ts';

/** Whether there is something else that a finding repeats, here or in another article. */
export function isComparable({ evidence, kind }: Pick<Finding, 'evidence' | 'kind'>): boolean {
  return Array.isArray(evidence.related_spans) || kind === 'cross_article_duplicate';
}
