import { writeFileSync } from 'node:fs';
import { packAnnotationRules } from './pack-annotation-rules.ts';
import { readAnnotationRules } from './read-annotation-rules.ts';
import { readShippedText } from './read-rule-folder.ts';

// Run after a change to rules/topics.yaml or rules/annotation.yaml: node src/rules/write-annotation-rules.ts
const texts = { thresholds: readShippedText('annotation.yaml'), topics: readShippedText('topics.yaml') };
const { source, thresholds, topics } = packAnnotationRules(texts, readAnnotationRules(texts));
const lines = topics.map((topic) => JSON.stringify(topic)).join(',\n');
const head = `"source":${JSON.stringify(source)},"thresholds":${JSON.stringify(thresholds)}`;
writeFileSync(new URL('../../rules/built/annotation.json', import.meta.url), `{${head},"topics":[\n${lines}\n]}\n`);
