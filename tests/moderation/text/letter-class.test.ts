import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LETTER_CLASS, letterClass, widthOf } from '../../../src/moderation/text/letter-class.ts';

const PATTERNS = [
  [/\p{L}/u, LETTER_CLASS.letter],
  [/\p{N}/u, LETTER_CLASS.number],
  [/\p{M}/u, LETTER_CLASS.mark],
] as const;

describe('letterClass', () => {
  it('tells each code point as the patterns do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (character) => {
        const told = PATTERNS.find(([pattern]) => pattern.test(character))?.[1] ?? LETTER_CLASS.other;
        expect(letterClass(character, 0, character.length)).toBe(told);
        if (told !== LETTER_CLASS.other) expect(widthOf(character.charCodeAt(0))).toBe(character.length);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a letter of two units, cut in half', '𝒜', 1],
    ['the second half', '𝒜'.slice(1), 1],
    ['a half alone', '\ud835x', 2],
  ])('of %s is none', (_, text, end) => {
    expect(letterClass(text, 0, end)).toBe(LETTER_CLASS.other);
  });
});
