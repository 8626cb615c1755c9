import { describe, expect, it } from 'vitest';
import { measureOddity } from '../../../../src/moderation/detect/mojibake/measure-oddity.ts';
import { CLEAN_LINES } from './clean-lines.ts';
import { mangleText } from './mangle-text.ts';

const perCharacter = (text: string): number => measureOddity(text, true) / text.length;

describe('measureOddity', () => {
  it('is nothing for ASCII', () => {
    expect(measureOddity('The ferry (No. 7) sails at 12:30; nobody cares.', true)).toBe(0);
  });

  it.each(Object.entries(CLEAN_LINES))('is far greater for damaged than for clean %s', (_, line) => {
    expect(perCharacter(mangleText(line, 'windows-1252'))).toBeGreaterThan(3 * perCharacter(line));
  });

  it.each([
    ['a euro sign inside a word', 'fer€ry', 'ferry €5'],
    ['a capital with an accent after a small letter', 'ferryÉtel', 'ferry Étel'],
    ['two scripts in one word', 'ferryём', 'ferry ём'],
    ['a control', 'ferry\u0093', 'ferry'],
    ['a lead of Windows-1252 before a sign', 'Ã£', 'Ã e'],
    ['a sharp s behind a consonant', 'fßr', 'Fuß'],
  ])('counts %s', (_, odd, plain) => {
    expect(measureOddity(odd, true)).toBeGreaterThan(measureOddity(plain, true));
  });

  it('counts what only mojibake has when asked to', () => {
    expect(measureOddity('Ã¼ber', true)).toBeGreaterThan(measureOddity('Ã¼ber', false));
  });
});
