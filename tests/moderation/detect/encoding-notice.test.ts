import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import type { Finding } from '../../../src/moderation/model/finding.ts';
import type { TextEncoding } from '../../../src/moderation/model/text-encoding.ts';

const ruleset = loadRuleset();
const STORY = 'The harbour council met at noon on Monday to hear what the pilots wanted, and most of them stayed.';
const guess: TextEncoding = { name: 'windows-1252', from: 'detected', confidence: 0.04, replaced: 0 };

function findingsOf(text: string, encoding?: TextEncoding): readonly Finding[] {
  const { findings } = moderate({ id: 'a', text, ...(encoding ? { encoding } : {}) }, { ruleset });
  return findings.filter(({ kind }) => kind === 'encoding');
}

describe('encoding notice', () => {
  it('flags an encoding that is hardly more than a guess at the first word it matters for', () => {
    const text = `${STORY}\n\nThe Café Quillon stays open.`;
    const [finding, ...rest] = findingsOf(text, guess);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ rule: 'encoding.guessed@1', action: 'flagged', points: 1 });
    expect(finding?.evidence).toEqual({ encoding: 'windows-1252', confidence: 0.04 });
    expect(text.slice(finding?.start, finding?.end)).toBe('Café');
  });

  it.each([
    ['no encoding', undefined],
    ['a sure detection', { ...guess, confidence: 0.4 }],
    ['a declared encoding', { ...guess, from: 'declared' }],
    ['UTF-8', { name: 'utf-8', from: 'utf-8', confidence: 1, replaced: 0 }],
  ] as const)('says nothing of %s', (_, encoding) => {
    expect(findingsOf(`${STORY} Café \ufffd`, encoding)).toEqual([]);
  });

  it('says nothing of ASCII', () => {
    expect(findingsOf(STORY, guess)).toEqual([]);
  });

  it('shows a stretch of a script without blanks, not all of it', () => {
    const [finding] = findingsOf(`${STORY}\n\n${'港口'.repeat(500)}`, guess);
    expect((finding?.end ?? 0) - (finding?.start ?? 0)).toBeLessThanOrEqual(41);
  });

  it('flags what could not be read, once in a paragraph', () => {
    const text = `${STORY} K\ufffdche und T\ufffdr.\n\n${STORY.toUpperCase()}\n\nThe pilots of M\ufffdrrow wait for an answer.`;
    const found = findingsOf(text, { name: 'utf-8', from: 'utf-8', confidence: 1, replaced: 3 });
    expect(found.map(({ rule, action, start, end }) => [rule, action, text.slice(start, end)])).toEqual([
      ['encoding.undecodable@1', 'flagged', '\ufffdche und T\ufffd'],
      ['encoding.undecodable@1', 'flagged', '\ufffd'],
    ]);
    expect(found[0]?.evidence).toEqual({ encoding: 'utf-8', from: 'utf-8', places: 3 });
  });
});
