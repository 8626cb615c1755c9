import type { CleanBlock } from './build-clean-article.ts';

/** Sentences; the data does not say where paragraphs end. */
const PER_PARAGRAPH = 5;

/** Sentences as paragraphs of five. */
export function toParagraphs(sentences: readonly string[]): readonly CleanBlock[] {
  const paragraphs: CleanBlock[] = [];
  for (let at = 0; at < sentences.length; at += PER_PARAGRAPH) {
    paragraphs.push({ kind: 'paragraph', text: sentences.slice(at, at + PER_PARAGRAPH).join(' ') });
  }
  return paragraphs;
}
