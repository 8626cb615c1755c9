import { readTopicLimits } from '../moderation/annotate/topics/topic-limits.ts';
import type { Ruleset } from '../moderation/model/ruleset.ts';
import { buildTopics } from './build-topics.ts';
import { loadAnnotationThresholds } from './load-annotation-thresholds.ts';
import { readShippedFile } from './read-rule-folder.ts';

const FILE = 'topics.yaml';
let shipped: Pick<Ruleset, 'topics' | 'thresholds'> | undefined;

/** What annotation needs of the rules that come with Copydesk, read and checked once. */
export function loadAnnotationRules(): Pick<Ruleset, 'topics' | 'thresholds'> {
  if (!shipped) {
    const thresholds = loadAnnotationThresholds();
    shipped = { topics: buildTopics([readShippedFile(FILE)], readTopicLimits(thresholds)), thresholds };
  }
  return shipped;
}
