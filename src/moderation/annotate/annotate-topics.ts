import type { Topic } from '../model/annotation.ts';
import type { TopicSeeds } from '../model/taxonomy.ts';
import { findEntities } from './entities/find-entities.ts';
import { toPlainText } from './to-plain-text.ts';
import { chooseTopicIndex } from './topics/choose-topic-index.ts';
import { findTopics } from './topics/find-topics.ts';

/** The topics of a plain English text alone, by the words of `seeds`; with none by names and definitions. */
export function annotateTopics(text: string, seeds: readonly TopicSeeds[]): readonly Topic[] {
  const cleaned = toPlainText(text);
  return findTopics(cleaned, undefined, chooseTopicIndex({ seeds }), findEntities(cleaned).entities);
}
