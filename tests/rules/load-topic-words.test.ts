import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildTopics } from '../../src/rules/build-topics.ts';
import { loadTopicWords } from '../../src/rules/load-topic-words.ts';
import { packTopicWords, unpackTopicWords } from '../../src/rules/pack-topic-words.ts';
import { readRuleFile } from '../../src/rules/read-rule-file.ts';

const readShipped = (file: string): string => readFileSync(new URL(`../../rules/${file}`, import.meta.url), 'utf8');
const yaml = readShipped('topics.yaml');
const words = buildTopics([readRuleFile('topics.yaml', yaml)]);

describe('the words of topics', () => {
  it('stand packed in rules/built as rules/topics.yaml says them; else run: node src/rules/write-topic-words.ts', () => {
    expect(JSON.parse(readShipped('built/topic-words.json'))).toEqual(packTopicWords(yaml, words));
  });

  it('are loaded as rules/topics.yaml says them', () => {
    expect(words.flatMap(({ terms }) => terms).length).toBeGreaterThan(10_000);
    expect(loadTopicWords()).toEqual(words);
  });

  it('are not taken from a packed form of another text', () => {
    const packed = packTopicWords(yaml, words);
    expect(unpackTopicWords(yaml, packed)).toEqual(words);
    expect(unpackTopicWords(`${yaml}\n`, packed)).toBeUndefined();
  });
});
