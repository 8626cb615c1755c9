import { describe, expect, it } from 'vitest';
import { isSequence } from '../../../../src/moderation/detect/garbage/is-sequence.ts';
import { CLOSING, detectText, OPENING } from '../detect-text.ts';

const PROTEIN = 'MSKVLTGQRWEHNDAFYPICKLMRTQEGSAVWHHKDNFPYLIRTCQEMGSVKAWDLNPR';
const DNA = 'GGATCCTTAGCAGTCATGCCGTAAGCTTGACCTGAATTCGC';
const found = (...lines: readonly string[]): readonly string[] =>
  detectText([OPENING, ...lines, CLOSING].join('\n\n'))
    .map(([rule]) => rule)
    .filter((rule) => rule.startsWith('garbage.'));

describe('isSequence', () => {
  it.each([
    PROTEIN,
    DNA,
    DNA.toLowerCase(),
    `5'-${DNA}-3'`,
    'MSKVLTGQRW EHNDAFYPIC KLMRTQEGSA',
    '1 ggatccttag cagtcatgcc 21 gtaagcttga',
    'MSKVLTGQRWEHND--AFYPIC*',
  ])('sees one in %s', (text) => {
    expect(isSequence(text)).toBe(true);
  });

  it.each(['x7Kq2ZpL9vTb4WmR8sYd', 'MskVltGqrWehnDafy', 'MSKVLTG', 'MSKVJLTGQRW', `${PROTEIN}7`, ''])(
    'sees none in %j',
    (text) => {
      expect(isSequence(text)).toBe(false);
    },
  );
});

describe('a sequence in an article', () => {
  it.each([
    'The protein keeps the fish of the north from freezing.',
    'Das Eiweiß schützt den Fisch vor dem Frost.',
    'La protéine protège le poisson du gel.',
    'La proteína protege al pez del hielo.',
    'La proteina protegge il pesce dal gelo.',
    'Белок защищает рыбу от мороза.',
    'The primers were ordered in spring.',
  ])('stays beside a sentence that names what it is: %s', (sentence) => {
    expect(found(sentence, PROTEIN, DNA, `The lab has ${PROTEIN} on the wall.`)).toEqual([]);
  });

  it('goes where nothing names it', () => {
    expect(found('The fish of the north do not freeze.', PROTEIN)).toEqual(['garbage.random-line@1']);
  });

  it('does not save other tokens', () => {
    expect(
      found('The protein keeps the fish of the cold seas north of Merrow from freezing.', 'q7Rb2KxZ90mWvLs4TyHc8NdPf3'),
    ).toEqual(['garbage.random-line@1']);
  });
});
