import { describe, expect, it } from 'vitest';
import { detectLine } from './detect-text.ts';

const found = (line: string): readonly (readonly [string, string, string])[] =>
  detectLine(line).filter(([rule]) => rule.startsWith('leftover.'));

describe('bracket note', () => {
  it.each([
    '[Your Name]',
    '[Insert date]',
    '<your company name>',
    '[Ihr Firmenname]',
    '[Insérez votre nom]',
    '[insert link here]',
  ])('takes the line %s', (line) => {
    expect(found(line).map(([, action, text]) => [action, text])).toContainEqual(['removed', line]);
  });

  it('flags one among words', () => {
    expect(found('The pilots of [Your City] met at noon to hear the council.')).toEqual([
      ['leftover.note-text@1', 'flagged', '[Your City]'],
    ]);
  });

  it.each([
    'The [harbour council] met at noon.',
    '“I know [your brother] well,” she said.',
    '[The council applauded.]',
    '[City] pilots met.',
  ])('leaves %s', (line) => {
    expect(found(line)).toEqual([]);
  });
});
