import { describe, expect, it } from 'vitest';
import { readConll } from '../../../src/training/entities/read-conll.ts';
import { TrainingDataError } from '../../../src/training/entities/training-data-error.ts';

const read = (...lines: readonly string[]) => readConll(lines.join('\n'), 'names.conll');
const namesOf = (...lines: readonly string[]) =>
  read(...lines).flatMap(({ text, names }) => names.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`));

describe('readConll', () => {
  it('joins tokens to running text', () => {
    const [sentence] = read(
      'Ada\tB-PER',
      'Quill\tI-PER',
      "'s\tO",
      'boat\tO',
      '(\tO',
      'Aldane\tB-LOC',
      ')\tO',
      ',\tO',
      'left\tO',
      '.\tO',
    );
    expect(sentence?.text).toBe("Ada Quill's boat (Aldane), left.");
    expect(sentence?.unmarked).toBe('nothing');
  });

  it.each([
    ['BIO', ['Ada B-PER', 'Quill I-PER', 'of O', 'Aldane B-LOC'], ['PER Ada Quill', 'LOC Aldane']],
    ['IOB, where B is written only between names', ['Ada I-PER', 'Quill I-PER', 'Venn B-PER'], ['PER Ada Quill', 'PER Venn']],
    ['BILOU', ['Ada B-PER', 'Quill L-PER', 'Aldane U-LOC'], ['PER Ada Quill', 'LOC Aldane']],
    ['IOBES', ['Ada B-PER', 'Quill E-PER', 'Aldane S-LOC'], ['PER Ada Quill', 'LOC Aldane']],
    ['two names of two types side by side', ['Aldane I-LOC', 'Quill I-PER'], ['LOC Aldane', 'PER Quill']],
    ['types by other names', ['Ada B-person', 'Aldane B-GPE', 'Merrow B-ORGANIZATION'], ['PER Ada', 'LOC Aldane', 'ORG Merrow']],
    ['more columns', ['Ada NNP B-NP B-PER', 'left VBD O O'], ['PER Ada']],
    ['comments, and a hash that is a token', ['# id = 1', '-DOCSTART- -X- O', '', '# O', 'Ada B-PER'], ['PER Ada']],
  ])('reads %s', (_, lines, expected) => {
    expect(namesOf(...lines)).toEqual(expected);
  });

  it('parts sentences by blank lines, however many, and by Windows line ends', () => {
    expect(readConll('Ada B-PER\r\n\r\n \r\nQuill B-PER\r\n', 'x').map(({ text }) => text)).toEqual(['Ada', 'Quill']);
  });

  it.each([
    ['a line without a tag', ['Ada B-PER', 'Quill'], 'names.conll:2: expected a token and its tag, found "Quill"'],
    ['a tag of no scheme', ['Ada PERSON'], 'names.conll:1: "PERSON" is no tag'],
    ['a type that is not ours', ['', 'Ada B-DRUG'], 'names.conll:2: "DRUG" is no type; expected PER, LOC, ORG, MISC'],
  ])('refuses %s with its line', (_, lines, message) => {
    expect(() => read(...lines)).toThrow(message);
    expect(() => read(...lines)).toThrow(TrainingDataError);
  });
});
