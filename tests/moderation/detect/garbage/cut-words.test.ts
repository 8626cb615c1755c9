import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWords } from '../../../../src/moderation/detect/garbage/cut-words.ts';

const NOISE = 'x7Kq2ZpL9vTb4WmR8sYd';
const cut = (token: string): string => {
  const { start, end } = cutWords(token, { start: 0, end: token.length });
  return token.slice(start, end);
};

describe('cutWords', () => {
  it.each([
    'harbour',
    'Merrow',
    'council',
    'late',
    'pier',
    'Haus',
    'dans',
    'Regierung',
    'gouvernement',
    'правительство',
    'κυβέρνηση',
  ])('leaves %s', (word) => {
    expect(cut(`${word}${NOISE}`)).toBe(NOISE);
  });

  it.each(['harbour', 'council', 'ferry', 'gobierno', 'late', 'port'])('leaves %s behind the token', (word) => {
    expect(cut(`${NOISE}7${word}`)).toBe(`${NOISE}7`);
  });

  it('leaves a word on each side', () => {
    expect(cut(`harbour${NOISE}7council`)).toBe(`${NOISE}7`);
  });

  it.each([
    NOISE,
    'q7Rb2KxZ90mWvLs4TyHc8NdPf3',
    '9f86d081884c7d659a2feaa0c55ad015',
    'sdkfjghwoeirutskdjfh',
    'harbourx7Kq',
    'qzvkR7x2LpT94mWb',
    'outx7Kq2ZpL9vTb4',
  ])('cuts nothing from %s', (token) => {
    expect(cut(token)).toBe(token);
  });

  it('gives a span inside the token, whatever the token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (token) => {
        const { start, end } = cutWords(token, { start: 0, end: token.length });
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(token.length);
        expect(end).toBeGreaterThan(start);
      }),
    );
  });
});
