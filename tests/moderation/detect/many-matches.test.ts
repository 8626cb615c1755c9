import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/moderation/detect/detect.ts';
import type { Detection } from '../../../src/moderation/model/finding.ts';
import type { Ruleset } from '../../../src/moderation/model/ruleset.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { loadRuleset } from '../../../src/rules/load-ruleset.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';

const ruleset = loadRuleset();
const detectIn = (text: string, rules: Ruleset = ruleset): readonly Detection[] =>
  detect(parse(text, { id: 'a', text }), rules, { recurringLines: {}, articles: [] });

/** Seconds of computing; comparing every match with every other takes far longer. */
const LINEAR = 5;

describe('very many matches', () => {
  it('of one recurring line take linear time and name the first twenty others', { timeout: 240_000 }, () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `★ Ferry crews ★\n\nline${index}`);
    let all: readonly Detection[] = [];
    const seconds = cpuSeconds(() => {
      all = detectIn(lines.join('\n\n'));
    });
    expect(seconds).toBeLessThan(LINEAR);
    const found = all.filter(({ rule }) => rule === 'insert.framed-recurring@2');
    expect(found.length).toBeGreaterThanOrEqual(39_999);
    expect(found[5]?.relatedSpans).toHaveLength(20);
    expect(found[5]?.relatedSpans?.map(({ start }) => start)).not.toContain(found[5]?.start);
    expect(found.at(-1)?.relatedSpans?.[0]?.start).toBe(found[0]?.start);
  });

  it.each(['As an AI language model we wait.', 'Lorem ipsum dolor sit amet we wait.'])(
    'of a sentence in one block take linear time and mark one sentence each: %s',
    { timeout: 240_000 },
    (sentence) => {
      const rules = ruleset.phraseRules.map((rule) =>
        rule.scope === 'sentence' ? { ...rule, anchor: 'anywhere' as const } : rule,
      );
      const text = `The pilots wrote this.\n\n${`${sentence} `.repeat(10_000)}`;
      let all: readonly Detection[] = [];
      const seconds = cpuSeconds(() => {
        all = detectIn(text, { ...ruleset, phraseRules: rules });
      });
      expect(seconds).toBeLessThan(LINEAR);
      const found = all.filter(({ action }) => action === 'flagged');
      expect(found).toHaveLength(10_000);
      expect(text.slice(found[9_000]?.start, found[9_000]?.end)).toBe(sentence);
    },
  );
});
