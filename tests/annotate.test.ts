import { describe, expect, it } from 'vitest';
import { annotate } from '../src/annotate.ts';

describe('annotate', () => {
  it('gives what moderation gives of a text, and its language', () => {
    const result = annotate('The harbour council of Aldane met at noon to hear what the pilots wanted, and most stayed.');
    expect(Object.keys(result).toSorted()).toEqual(['entities', 'incomplete', 'keyphrases', 'language', 'topics', 'values']);
    expect(result.language.code).toBe('en');
    expect(result.incomplete).toEqual([]);
  });

  it('says what was cut short', () => {
    const { incomplete } = annotate('The crew met Oskar Venn in the harbour of Aldane. '.repeat(8000));
    expect(incomplete).toEqual(['entities']);
  }, 60_000);
});
