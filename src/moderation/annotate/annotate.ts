import type { CleanedText } from '../model/cleaned-text.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import { annotateBlocks } from './annotate-blocks.ts';
import { toBlocks } from './to-blocks.ts';

/** What is known about a text that is annotated by itself. */
export interface AnnotateOptions {
  /** ISO 8601: what "yesterday" is reckoned from. Without it such dates have no value. */
  readonly publishedAt?: string;
}

type TextAnnotations = Pick<ModeratedArticle, 'entities' | 'values' | 'topics' | 'keyphrases'>;

/** Annotates a plain text without cleaning it; blocks are divided by blank lines, offsets are those of `text`. */
export function annotate(text: string, options: AnnotateOptions = {}): TextAnnotations {
  const cleaned: CleanedText = { text, edits: [], blocks: toBlocks(text), toSource: (span) => span };
  const { entities, values, topics, keyphrases } = annotateBlocks(cleaned, options);
  return { entities, values, topics, keyphrases };
}
