import type { PageLine } from '../data/read-pages.ts';

/** Bylines, dates, captions and section names: content that may rightly move to metadata. */
export function isMetaLine({ label, sub = '' }: PageLine): boolean {
  return label === 'content' && sub.startsWith('meta');
}
