import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseNoise } from '../../../../src/moderation/detect/garbage/recognise-noise.ts';
import { detectLine } from '../detect-text.ts';

const SIGNED = 'eyJhbGciOiJIUzI1NiJ9.eyJmZXJyeSI6Im1lcnJvdyJ9.k3Rb2KxZ90mWvLs4TyHc8NdPf3abc123xyz';
const found = (line: string): readonly (readonly [string, string, string])[] =>
  detectLine(line).filter(([rule]) => rule.startsWith('garbage.'));

describe('recogniseNoise', () => {
  it.each([
    ['hexadecimal', 'cafebabefeedface9876543210abcdef'],
    ['hexadecimal', 'CAFEBABEFEEDFACE9876543210ABCDEF'],
    ['hexadecimal', '0xcafebabefeedface9876543210abcdef'],
    ['capitals', 'WQXJZKVBPM'],
    ['signed token', SIGNED],
    ['escapes', '%E6%B8%AF%E5%8F%A3%E5%A7%94%E5%93%A1%E6%9C%83'],
    ['escapes', '%3Cp%20id%3D%22quay%22%3E%3C%2Fp%3E%3Cbr%3E'],
  ])('takes a line of %s: %s', (name, line) => {
    expect(recogniseNoise(line)?.name).toBe(name);
    expect(found(line)).toEqual([['garbage.random-line@1', 'removed', line]]);
  });

  it.each([
    ['long number', '0xfeedfacecafebabe'],
    ['mangled name', '_0x4be1c29d'],
    ['one letter', 'k'.repeat(15)],
    ['one letter', 'Ж'.repeat(40)],
    ['groups', 'R7vK-31qZ-bb8W-X5mt'],
    ['single characters', 'q 4 R z 9 B k 2 X w L'],
  ])('flags a line of %s: %s', (name, line) => {
    expect(recogniseNoise(line)?.name).toBe(name);
    expect(found(line)).toEqual([['garbage.random-line@1', 'flagged', line]]);
  });

  it.each([
    ['an address of a ledger', `0x${'4Be1c29d07'.repeat(4)}`],
    ['a digest of nothing', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['a short number', '0xfeedface'],
    ['digits', '12345678901234567890123456'],
    ['an acronym', 'NKVDGRU'],
    ['capitals that read', 'HARBOURCOUNCIL'],
    ['thirteen times a letter', 'k'.repeat(14)],
    ['laughter', 'ㅋ'.repeat(30)],
    ['a serial number', 'R7VK-31QZ-BB8W-X5MT'],
    ['words with hyphens', 'Pier-Nord-West-Quay'],
    ['a spaced heading', 'H A R B O U R N E W S'],
    ['a row of places', '1 2 3 4 5 6 7 8 9'],
    ['the alphabet', 'a b c d e f g h i j'],
    ['two words with escapes', 'harbour%20council%20of%20the%20isles'],
    ['an address with escapes', 'https://quay.example/%E6%B8%AF%E5%8F%A3%E5%A7%94%E5%93%A1%E6%9C%83'],
    ['a name with dots', 'eyJafjord.quay.example'],
  ])('leaves %s: %s', (_, line) => {
    expect(found(line)).toEqual([]);
  });

  it('flags a signed token whole among words', () => {
    expect(found(`The log has ${SIGNED} in it, and the pilots laughed.`)).toEqual([
      ['garbage.random-token@1', 'flagged', SIGNED],
    ]);
  });

  it('takes a line of which every part between marks is random', () => {
    expect(found('zxcvbnm,asdfghjkl')).toEqual([['garbage.random-line@1', 'removed', 'zxcvbnm,asdfghjkl']]);
    expect(found('asdfghjkl,harbour')).not.toContainEqual(['garbage.random-line@1', 'removed', 'asdfghjkl,harbour']);
  });

  it('leaves what a colon or a word announces', () => {
    for (const line of ['cafebabefeedface9876543210abcdef', SIGNED, 'R7vK-31qZ-bb8W-X5mt'])
      expect(found(`The lock takes this code:\n\n${line}`)).toEqual([]);
  });

  it('says the same of a line whenever it is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (line) => {
        expect(recogniseNoise(line)).toEqual(recogniseNoise(line));
        if (/\p{L}{3} \p{L}/u.test(line)) expect(recogniseNoise(line)).toBeUndefined();
      }),
    );
  });
});
