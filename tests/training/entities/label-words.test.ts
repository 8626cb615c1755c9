import { describe, expect, it } from 'vitest';
import { LABELS } from '../../../src/moderation/annotate/entities/sequence/labels.ts';
import { labelWords } from '../../../src/training/entities/label-words.ts';
import type { MarkedName, MarkedText } from '../../../src/training/entities/marked-text.ts';
import { toCapitals, toTitle } from '../../../src/training/entities/to-capitals.ts';

function mark(
  text: string,
  names: readonly (readonly [MarkedName['type'], string])[],
  unmarked: MarkedText['unmarked'] = 'nothing',
): MarkedText {
  const marked = names.map(([type, name]) => ({ type, start: text.indexOf(name), end: text.indexOf(name) + name.length }));
  return { text, names: marked, unmarked };
}

/** Each word with the one label it may have, or how many. */
const show = (text: MarkedText): readonly string[] =>
  labelWords(text).flatMap(({ words, allowed }) =>
    words.map((word, at) => {
      const bits = allowed[at] ?? 0;
      const labels = LABELS.filter((_, label) => (bits >> label) & 1);
      return `${word.text} ${labels.length === 1 ? labels[0] : labels.length}`;
    }),
  );

describe('labelWords', () => {
  it('gives each word of a name its place in it', () => {
    const text = mark('Ada van Quill left Aldane.', [
      ['PER', 'Ada van Quill'],
      ['LOC', 'Aldane'],
    ]);
    expect(show(text)).toEqual(['Ada B-PER', 'van I-PER', 'Quill L-PER', 'left O', 'Aldane U-LOC']);
  });

  it('leaves possessives out and parts words at hyphens', () => {
    const text = mark("Aldane-born Ada Quill's boat", [
      ['LOC', 'Aldane'],
      ['PER', "Ada Quill's"],
    ]);
    expect(show(text)).toEqual(['Aldane U-LOC', 'born O', 'Ada B-PER', 'Quill L-PER', 'boat O']);
  });

  it('does not learn handles', () => {
    expect(show(mark('Ask @Quill now', [['PER', 'Quill']]))).toEqual(['Ask O', 'Quill O', 'now O']);
  });

  it('leaves open what a source does not mark', () => {
    expect(show(mark('The Bank of Aldane paid', [], 'anything'))).toEqual(['The 17', 'Bank 17', 'of 17', 'Aldane 17', 'paid O']);
    expect(show(mark('a Norwegian boat', [], 'misc'))).toEqual(['a O', 'Norwegian 5', 'boat O']);
    expect(show(mark('on Monday', [['O', 'Monday']], 'anything'))).toEqual(['on O', 'Monday O']);
  });
});

describe('case', () => {
  const text = mark('Ada Quill sails to Aldane .', [
    ['PER', 'Ada Quill'],
    ['LOC', 'Aldane'],
  ]);

  it('is turned to capitals', () => {
    expect(toCapitals(text)).toEqual({ ...text, text: 'ADA QUILL SAILS TO ALDANE .' });
    expect(toCapitals(mark('Straße', []))).toEqual(mark('Straße', []));
  });

  it('is turned to that of a title', () => {
    expect(toTitle(text)).toEqual({ ...text, text: 'Ada Quill Sails to Aldane  ' });
  });
});
