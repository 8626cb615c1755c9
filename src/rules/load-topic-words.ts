import type { TopicSeeds } from '../moderation/model/taxonomy.ts';
import { buildTopics } from './build-topics.ts';
import { readShippedFile } from './read-rule-folder.ts';

const FILE = 'topics.yaml';
let shipped: readonly TopicSeeds[] | undefined;

/** The words of topics that come with Copydesk, read and checked once. */
export function loadTopicWords(): readonly TopicSeeds[] {
  shipped ??= buildTopics([readShippedFile(FILE)]);
  return shipped;
}
