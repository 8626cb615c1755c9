import { joinLines } from '../join-lines.ts';
import type { CleanArticle } from './clean-article.ts';

export interface CleanBlock {
  readonly kind: 'headline' | 'heading' | 'paragraph';
  readonly text: string;
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Joins blocks to an article, with the spans of its headline, headings and sentences. */
export function buildCleanArticle(file: string, line: number, blocks: readonly CleanBlock[]): CleanArticle {
  const { text, spans } = joinLines(blocks.map((block) => block.text));
  const units = blocks.flatMap(({ kind, text: content }, at): CleanArticle['units'] => {
    const { start, end } = spans[at] ?? { start: 0, end: 0 };
    if (kind !== 'paragraph') return [{ kind, text: content, start, end }];
    return [...SENTENCES.segment(content)].map(({ index, segment }) => {
      const from = start + index;
      return { kind: 'sentence', text: segment.trim(), start: from, end: from + segment.length };
    });
  });
  return { file, line, text, units };
}
