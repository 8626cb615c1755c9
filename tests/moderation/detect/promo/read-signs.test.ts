import { describe, expect, it } from 'vitest';
import { maySign, readSigns } from '../../../../src/moderation/detect/promo/read-signs.ts';

function namesIn(text: string): readonly string[] {
  return readSigns(text).map(({ name }) => name);
}

describe('readSigns', () => {
  it.each([
    ['bold letters of mathematics', '𝐏𝐢𝐥𝐨𝐭 boats'],
    ['script letters', '𝓅𝒾𝓁𝓄𝓉'],
    ['letters in circles', 'ⓟⓘⓛⓞⓣ'],
    ['letters in squares', '🅿🅸🅻🅾🆃'],
    ['wide letters', 'ｐｉｌｏｔ'],
  ])('sees %s, which also make a text worth a look', (_, text) => {
    expect(namesIn(text)).toContain('styled');
  });

  it('weighs a line for such letters alone', () => {
    expect(maySign('𝐏𝐢𝐥𝐨𝐭 boats')).toBe(true);
    expect(maySign('🅿🅸🅻🅾🆃')).toBe(true);
    expect(maySign('Pilot boats')).toBe(false);
  });

  it('leaves one letter of a formula', () => {
    expect(namesIn('the force 𝐹 grows')).not.toContain('styled');
  });

  it.each([
    'with code LAMP20',
    'Code LAMP20',
    'Gutscheincode LAMPE20',
    'mit dem Rabattcode: LAMPE20',
    'avec le code « LAMPE20 »',
    'con el código LUZ20',
    'com o cupom LUZ20',
    'con il codice LUCE20',
    'промокод SVET20',
  ])('reads a code in %j', (text) => {
    expect(namesIn(text)).toContain('code');
  });

  it.each(['the postal code 4711', 'a code of honour', 'unicode STANDARD', 'el código penal'])('reads none in %j', (text) => {
    expect(namesIn(text)).not.toContain('code');
  });

  it.each(['+33 6 55 50 12 34', '06 55 50 12 34', '+44 7700 900417'])('reads the number %j', (text) => {
    expect(namesIn(`call ${text} soon`)).toContain('phone');
  });

  it('takes an address of mail for a name to write to', () => {
    expect(namesIn('ask olan.trace@quaymail.example for it')).toContain('handle');
  });

  it('sees key words between bars', () => {
    expect(namesIn('ropes | cheap nets | buoys')).toContain('piped');
    expect(namesIn('ropes | nets')).not.toContain('piped');
  });
});
