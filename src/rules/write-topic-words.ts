import { writeFileSync } from 'node:fs';
import { buildTopics } from './build-topics.ts';
import { packTopicWords } from './pack-topic-words.ts';
import { readRuleFile } from './read-rule-file.ts';
import { readShippedText } from './read-rule-folder.ts';

// Run after a change to rules/topics.yaml: node src/rules/write-topic-words.ts
const file = 'topics.yaml';
const yaml = readShippedText(file);
const packed = packTopicWords(yaml, buildTopics([readRuleFile(file, yaml)]));
const lines = packed.topics.map((topic) => JSON.stringify(topic)).join(',\n');
const text = `{"source":${JSON.stringify(packed.source)},"topics":[\n${lines}\n]}\n`;
writeFileSync(new URL('../../rules/built/topic-words.json', import.meta.url), text);
