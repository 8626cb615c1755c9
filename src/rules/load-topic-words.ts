import { existsSync, readFileSync } from 'node:fs';
import type { TopicSeeds } from '../moderation/model/taxonomy.ts';
import { buildTopics } from './build-topics.ts';
import { type PackedTopicWords, unpackTopicWords } from './pack-topic-words.ts';
import { readRuleFile } from './read-rule-file.ts';
import { readShippedText } from './read-rule-folder.ts';

const FILE = 'topics.yaml';
/** Written by `src/rules/write-topic-words.ts`; without it, or when it is out of date, the same words take longer to read. */
const PACKED = new URL('../../rules/built/topic-words.json', import.meta.url);
let shipped: readonly TopicSeeds[] | undefined;

function readPacked(yaml: string): readonly TopicSeeds[] | undefined {
  if (!existsSync(PACKED)) return undefined;
  const packed: PackedTopicWords = JSON.parse(readFileSync(PACKED, 'utf8'));
  return unpackTopicWords(yaml, packed);
}

function readWords(): readonly TopicSeeds[] {
  const yaml = readShippedText(FILE);
  return readPacked(yaml) ?? buildTopics([readRuleFile(FILE, yaml)]);
}

/** The words of topics that come with Copydesk, those of `rules/topics.yaml`, read once. */
export function loadTopicWords(): readonly TopicSeeds[] {
  shipped ??= readWords();
  return shipped;
}
