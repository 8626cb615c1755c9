import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../../src/training/entities/decode-utf8.ts';
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

  it.each([
    ['a count of the words', ['1 Ada B-PER', '2 left O', '', '1 They O', '2 met O', '3 Venn B-PER'], ['PER Ada', 'PER Venn']],
    ['a count from 0', ['0\tAda\tNNP\tB-PER', '1\tQuill\tNNP\tI-PER', '2\tleft\tVBD\tO'], ['PER Ada Quill']],
    ['rows of CoNLL-U that are no words', ['1-2 cannot _', '1 can O', '2 not O', '2.1 x _', '3 Ada B-PER'], ['PER Ada']],
    ['columns after the tags', ['# text = x', '1\tAda\tB-PER\t-\tqa', '2\tleft\tO\t-\tqa', '3\tus\tO\t-\tqa'], ['PER Ada']],
    ['numbers that are tokens', ['1 O', 'Ada B-PER', '', '1 O', '2 O', '3 O'], ['PER Ada']],
    ['tokens with a tab after blanks', ['Ada \t B-PER', 'left\tO'], ['PER Ada']],
    ['marks of documents', ['#begin document (x); part 000', '#', 'Ada B-PER', '#end document'], ['PER Ada']],
    ['a byte order mark', ['\uFEFF# id', 'Ada\tB-PER'], ['PER Ada']],
  ])('reads %s', (_, lines, expected) => {
    expect(namesOf(...lines)).toEqual(expected);
  });

  it.each([
    ['PER', 'PERSON', 'Pers'],
    ['LOC', 'LOCATION', 'GPE', 'fac', 'geo-loc'],
    ['ORG', 'ORGANISATION', 'corporation', 'group'],
    ['MISC', 'NORP', 'WORK_OF_ART', 'creative-work', 'Miscellaneous', 'EVENT'],
  ])('takes for %s also %s and others', (type, ...others) => {
    for (const other of others) expect(namesOf(`Ada B-${other}`, `Quill I-${other}`)).toEqual([`${type} Ada Quill`]);
  });

  it('takes values for no names', () => {
    expect(namesOf('Monday B-DATE', 'noon I-TIME', 'Ada I-PER')).toEqual(['PER Ada']);
  });

  it.each([['\n'], ['\r\n'], ['\r']])('gives the same for lines that end in %j', (end) => {
    const content = ['# id', 'Ada B-PER', 'left O', '', 'Quill B-PER', ''].join(end);
    expect(readConll(content, 'x').map(({ text }) => text)).toEqual(['Ada left', 'Quill']);
    expect(() => readConll(`${content}Venn B-DRUG${end}`, 'x')).toThrow('x:6: "DRUG" is no type');
  });

  it('parts sentences by blank lines, however many, and by Windows line ends', () => {
    expect(readConll('Ada B-PER\r\n\r\n \r\nQuill B-PER\r\n', 'x').map(({ text }) => text)).toEqual(['Ada', 'Quill']);
  });

  it.each([
    ['a line without a tag', ['Ada B-PER', 'Quill'], 'names.conll:2: expected a token and its tag, found "Quill"'],
    ['a tag of no scheme', ['Ada PERSON'], 'names.conll:1: "PERSON" is no tag'],
    ['a line that is not text', [`\u0000${'x'.repeat(500)}`], /^names.conll:1: .{40,200}$/u],
    ['a count of words without words', ['1 O', '2 O', '3 B-PER'], 'names.conll:1: the first column counts the words'],
    [
      'a count of words in some sentences',
      ['Ada x B-PER', '', '1 Ada B-PER', '2 saw O', '3 us O'],
      'names.conll:3: the first column counts the words here, but not everywhere',
    ],
    ['a first column of documents', ['a/b Ada B-PER', 'a/b saw O', 'a/b us O'], 'names.conll:1: the first column stays the same'],
    ['a token of two words', ['Ada O', 'New Aldane B-LOC'], 'names.conll:2: 3 columns, but line 1 has 2'],
    ['tabs and blanks', ['New Aldane\tB-LOC'], 'names.conll:1: both tabs and blanks part the line; "New Aldane"'],
    ['a tag without its token', ['\tB-LOC'], 'names.conll:1: expected a token and its tag'],
    ['tags in front', ['O left', 'B-PER Ada'], 'names.conll:1: "left" is no tag'],
    ['a type that is not ours', ['', 'Ada B-DRUG'], 'names.conll:2: "DRUG" is no type; expected PER, LOC, ORG, MISC'],
  ])('refuses %s with its line', (_, lines, message) => {
    expect(() => read(...lines)).toThrow(message);
    expect(() => read(...lines)).toThrow(TrainingDataError);
  });
});

describe('decodeUtf8', () => {
  it('leaves out a byte order mark', () => {
    expect(decodeUtf8(Buffer.from('\uFEFFÅda'), 'x')).toBe('Åda');
  });

  it.each([
    [
      'Latin-1',
      Buffer.concat([Buffer.from('Ada O\n\nQuill O\n'), Buffer.from('Åda O\n', 'latin1')]),
      'names.conll:4: is no UTF-8',
    ],
    ['UTF-16', Buffer.from('\uFEFFAda O\n', 'utf16le'), 'names.conll:1: is no UTF-8'],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => decodeUtf8(bytes, 'names.conll')).toThrow(message);
    expect(() => decodeUtf8(bytes, 'names.conll')).toThrow(TrainingDataError);
  });
});
