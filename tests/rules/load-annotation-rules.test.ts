import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadAnnotationRules } from '../../src/rules/load-annotation-rules.ts';
import { packAnnotationRules, unpackAnnotationRules } from '../../src/rules/pack-annotation-rules.ts';
import { readAnnotationRules } from '../../src/rules/read-annotation-rules.ts';

const readShipped = (file: string): string => readFileSync(new URL(`../../rules/${file}`, import.meta.url), 'utf8');
const texts = { thresholds: readShipped('annotation.yaml'), topics: readShipped('topics.yaml') };
const rules = readAnnotationRules(texts);

describe('the rules of annotation', () => {
  it('stand packed in rules/built as their files say them; else run: node src/rules/write-annotation-rules.ts', () => {
    expect(JSON.parse(readShipped('built/annotation.json'))).toEqual(packAnnotationRules(texts, rules));
  });

  it('are loaded as their files say them', () => {
    expect(rules.topics.flatMap(({ terms }) => terms).length).toBeGreaterThan(10_000);
    expect(Object.keys(rules.thresholds).length).toBeGreaterThan(30);
    expect(loadAnnotationRules()).toEqual(rules);
  });

  it.each([
    ['words', { ...texts, topics: `${texts.topics}\n` }],
    ['thresholds', { ...texts, thresholds: `${texts.thresholds}\n` }],
  ])('are not taken from a packed form of other %s', (_, others) => {
    const packed = packAnnotationRules(texts, rules);
    expect(unpackAnnotationRules(texts, packed)).toEqual(rules);
    expect(unpackAnnotationRules(others, packed)).toBeUndefined();
  });
});
