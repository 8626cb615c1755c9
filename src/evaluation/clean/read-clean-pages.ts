import { readPages } from '../data/read-pages.ts';
import { isHeadingLike } from '../is-heading-like.ts';
import { buildCleanArticle, type CleanBlock } from './build-clean-article.ts';
import type { CleanArticle } from './clean-article.ts';

/** The content of the pages that are not called faulty; their few noise lines are left out. Throws `DataError`. */
export function readCleanPages(folder: string): readonly CleanArticle[] {
  const clean = readPages(folder).filter(({ kind }) => kind.startsWith('clean'));
  return clean.map(({ file, lines }) => {
    const content = lines.filter(({ label }) => label === 'content' || label === 'near_duplicate');
    const blocks = content.map(({ text, sub }): CleanBlock => {
      if (sub === 'headline') return { kind: 'headline', text };
      return { kind: isHeadingLike(text) ? 'heading' : 'paragraph', text };
    });
    return buildCleanArticle(file, 1, blocks);
  });
}
