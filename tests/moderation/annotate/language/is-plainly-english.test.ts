import { describe, expect, it } from 'vitest';
import { isPlainlyEnglish } from '../../../../src/moderation/annotate/language/is-plainly-english.ts';

describe('isPlainlyEnglish', () => {
  it.each([
    'The pilots of the harbour said on Monday that they would not work until the council had heard them.',
    'It was the third time in a year that the ferry had been late, and nobody could say why it was so.',
  ])('%j', (text) => {
    expect(isPlainlyEnglish(text)).toBe(true);
  });

  it.each([
    ['', 'nothing'],
    ['The ferry was late.', 'too short to tell'],
    ['Ada Quill, Oskar Venn, Ilse Tolle, Bo Lind, Mara Stenn, Jo Harnwick, Odile Rask', 'names'],
    [
      'Die Lotsen des Hafens sagten am Montag, dass sie nicht arbeiten würden, bis der Rat sie in der Sache angehört hat.',
      'German',
    ],
    ['De loodsen van de haven zeiden op maandag dat ze niet zouden werken tot de raad ze had gehoord, en zo was het.', 'Dutch'],
    [
      'Lodserne i havnen sagde mandag, at de ikke ville arbejde, før rådet havde hørt dem, og sådan var det i hele ugen.',
      'Danish',
    ],
    ['Les pilotes du port ont dit lundi qu’ils ne travailleraient pas tant que le conseil ne les aurait pas entendus.', 'French'],
  ])('is false for %j: %s', (text) => {
    expect(isPlainlyEnglish(text)).toBe(false);
  });
});
