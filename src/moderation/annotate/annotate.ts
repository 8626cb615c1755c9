import type { Block } from '../model/block.ts';
import type { CleanedText } from '../model/cleaned-text.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import { annotateBlocks } from './annotate-blocks.ts';

/** A line of nothing but white space. The separator is captured by the split, so offsets add up. */
const BLANK_LINE = /(\r?\n[^\S\n]*\n\s*)/u;

function toBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const [index, part] of text.split(BLANK_LINE).entries()) {
    const start = at + part.length - part.trimStart().length;
    const end = start + part.trim().length;
    if (index % 2 === 0 && end > start) blocks.push({ kind: 'paragraph', start, end, sourceStart: start, sourceEnd: end });
    at += part.length;
  }
  return blocks;
}

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
