import type { Topic } from '../model/annotation.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { findEntities } from './entities/find-entities.ts';
import { toPlainText } from './to-plain-text.ts';
import { chooseTopicIndex } from './topics/choose-topic-index.ts';
import { findTopics } from './topics/find-topics.ts';

/**
 * The topics of a plain English text alone, by the thresholds and words of a ruleset; without words by names and definitions.
 * Throws `RangeError` when a threshold is missing.
 */
export function annotateTopics(text: string, rules: Pick<Ruleset, 'topics' | 'thresholds'>): readonly Topic[] {
  const cleaned = toPlainText(text);
  return findTopics(cleaned, undefined, chooseTopicIndex(rules), findEntities(cleaned).entities);
}
