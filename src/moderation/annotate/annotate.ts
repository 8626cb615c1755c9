import type { TextAnnotations } from '../model/annotation.ts';
import { annotateBlocks } from './annotate-blocks.ts';
import { toPlainText } from './to-plain-text.ts';
import type { TopicChoice } from './topics/choose-topic-index.ts';

/** What is known about a text that is annotated by itself. */
export interface AnnotateOptions {
  /** ISO 8601: what "yesterday" is reckoned from; of a date-time, the day as written. Without it such dates have no value. */
  readonly publishedAt?: string;
  /** A ruleset, with or without a publisher's own topics. Without it there are no topics and keyphrases. */
  readonly rules?: TopicChoice;
}

/** Annotates a plain text without cleaning it; blocks are divided by blank lines, offsets are those of `text`. */
export function annotate(text: string, { rules, ...metadata }: AnnotateOptions = {}): TextAnnotations {
  const annotated = annotateBlocks(toPlainText(text), metadata, { rules });
  const { entities, values, topics, keyphrases, language, incomplete } = annotated;
  return { entities, values, topics, keyphrases, language, incomplete };
}
