import type { ModeratedArticle } from '../model/moderated-article.ts';
import { annotateBlocks } from './annotate-blocks.ts';
import { toPlainText } from './to-plain-text.ts';
import { BY_NAME, type TopicChoice } from './topics/choose-topic-index.ts';

/** Annotates a plain text without cleaning it; blocks are divided by blank lines, offsets are those of `text`. */
export function annotate(
  text: string,
  topics: TopicChoice = BY_NAME,
): Pick<ModeratedArticle, 'entities' | 'values' | 'topics' | 'keyphrases'> {
  const { entities, values, keyphrases, ...annotations } = annotateBlocks(toPlainText(text), {}, topics);
  return { entities, values, topics: annotations.topics, keyphrases };
}
