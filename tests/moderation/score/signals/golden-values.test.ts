import { describe, expect, it } from 'vitest';
import { SIGNAL_NAMES, type SignalName } from '../../../../src/moderation/model/signal.ts';
import { lines, measureText } from './measure-text.ts';

type GoldenValue = readonly [name: SignalName, text: string, value: number];

const QUAY = 'the old quay of Merrow stands empty';
const TWICE = lines(`${QUAY} now`, `${QUAY} again`);
const TEN = 'one two three four five six seven eight nine ten';

/** Every value is worked out by hand from the definition in `rules/signals.yaml`; the comment says how. */
const GOLDEN_VALUES: readonly GoldenValue[] = [
  // "the" "pilots" "well-being" (2) "37.5" "Merrow's": hyphens split, apostrophes and decimal points do not: 6. "%" is none.
  ['words', "The pilots: well-being 37.5% Merrow's", 6],
  ['words', '港口', 2],
  ['blocks', lines('One line.', 'Another line.', 'A third.'), 3],
  // A single line break in wrapped prose joins: one block.
  ['blocks', 'The council met at noon to hear what the pilots of the harbour had to\nsay about the winter tide.', 1],
  ['removed_share', 'Nothing was taken out.', 0],

  ['gopher.words', 'Twelve ferries left at 9 on Tuesday', 7],
  // 2 + 4 + 6 = 12 characters in 3 words; the comma and the spaces do not count.
  ['gopher.mean_word_length', 'Ah, quay sailed!', 4],
  // "The" 3 and "ten" 3 and "a" 1: 7 / 3.
  ['gopher.mean_word_length', 'The ten a', 2.3333],
  // Two hash signs, five words ("tide", "Merrow", "at", "noon", "today").
  ['gopher.hashes_per_word', '#tide #Merrow at noon today', 0.4],
  // "…" is 1, "....." is 1, "......" is 2, ".." is none: 4 over 8 words.
  ['gopher.ellipses_per_word', 'Well… he said..... no...... they went.. on and', 0.5],
  // Three of four lines; "-5" has no space after the sign, so it is no bullet.
  ['gopher.bullet_lines', lines('• ferries', '- crews', '* pilots', '-5 degrees'), 0.75],
  ['gopher.ellipsis_lines', lines('And then…', 'And then...', 'And then.', 'And then .. .'), 0.5],
  // "2024", "9.30" and "7" hold no letter; "A4" does: 3 of 6.
  ['gopher.lettered_words', '2024 at 9.30 pier A4 7', 0.5],
  // "The", "the" and "THE" are one stop word, "of" is another: 2. "there" is none.
  ['gopher.stop_words', 'The quay of the harbour, THE oldest there', 2],
  ['gopher.stop_words', 'to be with that and of have the', 8],
  ['gopher.stop_words', 'the the the the', 1],

  // Lines 3 and 4 repeat line 1; "THE TIDE" differs in case: 2 of 5.
  ['gopher.duplicate_lines', lines('the tide', 'ebbs', 'the tide', 'the tide', 'THE TIDE'), 0.4],
  // The second "the tide" has 8 characters; the text has 8 + 2 + 4 + 2 + 8 = 24.
  ['gopher.duplicate_line_characters', lines('the tide', 'ebbs', 'the tide'), 0.3333],
  // FineWeb leaves out the blank lines: 8 of 20.
  ['fineweb.duplicate_line_characters', lines('the tide', 'ebbs', 'the tide'), 0.4],

  // "of the" three times, each 5 letters: 15. Words: a(1) of the(5) b(1) of the(5) c(1) of the(5) = 18.
  ['gopher.top_2gram_characters', 'a of the b of the c of the', 0.8333],
  // "x y" and "long words" both occur twice; the longer counts: 18 of 2 + 9 + 2 + 9 + 3 singles (p q r) = 25.
  ['gopher.top_2gram_characters', 'x y p long words q x y r long words', 0.72],
  // "ha ha" occurs three times in four words, overlapping; each word counts once: 8 of 8.
  ['gopher.top_2gram_characters', 'ha ha ha ha', 1],
  ['gopher.top_2gram_characters', 'no pair of words here occurs twice', 0],
  // "quay at noon" (4 + 2 + 4) twice, 20 of 20 + "we" + "met" = 25.
  ['gopher.top_3gram_characters', 'quay at noon we met quay at noon', 0.8],
  // "the quay at noon" (13) twice, 26 of 26 + "we" + "met" = 31.
  ['gopher.top_4gram_characters', 'the quay at noon we met the quay at noon', 0.8387],

  // QUAY has 7 words and 29 letters; "now" 3, "again" 5. The second copy is covered by 5-, 6- and 7-grams: 29 of 66.
  ['gopher.duplicate_5gram_characters', TWICE, 0.4394],
  ['gopher.duplicate_6gram_characters', TWICE, 0.4394],
  ['gopher.duplicate_7gram_characters', TWICE, 0.4394],
  // No eight words in a row return.
  ['gopher.duplicate_8gram_characters', TWICE, 0],
  // Ten words of 39 letters, and again: the second copy is half of all.
  ['gopher.duplicate_8gram_characters', `${TEN} ${TEN}`, 0.5],
  ['gopher.duplicate_9gram_characters', `${TEN} ${TEN}`, 0.5],
  ['gopher.duplicate_10gram_characters', `${TEN} ${TEN}`, 0.5],
  // Eleven times one word: the sequence of ten that begins at the second overlaps the first one: 10 of 11.
  ['gopher.duplicate_10gram_characters', 'a a a a a a a a a a a', 0.9091],

  // "." and "”" and "!" end as sentences; "..." does not, ":" does not: 3 of 5.
  ['c4.terminal_lines', lines('It left.', '“It left”', 'It left!', 'It left...', 'It left:'), 0.6],
  // FineWeb's marks hold the ellipsis and the single quotation mark: 4 of 5.
  ['fineweb.terminal_lines', lines('It left.', "'It left'", 'It left…', 'It left...', 'It left:'), 0.8],
  // Four words are too few, five are enough; "★ ★ ★" has none.
  ['c4.short_lines', lines('one two three four', 'one two three four five', '★ ★ ★', 'and this line has enough'), 0.5],
  // "https://quay.example/a" has 22 characters.
  ['c4.longest_word', 'Timetable: https://quay.example/a (new)', 22],
  ['c4.javascript_lines', lines('Please enable JavaScript to read on.', 'The ferry left.'), 0.5],
  // Two phrases in one line are one line: 1 of 2. "cookies are used" is no phrase.
  ['c4.policy_lines', lines('Terms of Use and Privacy Policy', 'Home-made cookies are used as bait.'), 0.5],
  ['c4.lorem_ipsum', 'Lorem ipsum dolor. Again: lorem, ipsum. Lorem the ipsum.', 2],
  ['c4.curly_brackets', 'a { b } { c', 2],
  // "noon." "“No!”" "Why?!" (one run) and "it..." (one run) end sentences; "J." is an initial, "3.5" and "a.m" hold no end.
  ['c4.sentences', 'J. Arkley left at noon. “No!” Why?! He had 3.5 of it... he said', 4],
  ['c4.sentences', '港口。船！', 2],

  // 30 characters are short, 31 are not.
  ['fineweb.short_lines', lines('a'.repeat(30), 'a'.repeat(31)), 0.5],
  // Three lines have two breaks; 2 over 8 words.
  ['fineweb.line_breaks_per_word', lines('one two three', 'four five six', 'seven eight'), 0.25],

  // "HARBOUR" 7 of 7; "ABcd" 2 of 4 is not more than half; "Harbour" 1 of 7.
  ['refinedweb.uppercase_lines', lines('HARBOUR', 'ABcd', 'Harbour', 'FERRY no'), 0.5],
  // "12 345" is all digits, "12,345" and "12 crews" are not.
  ['refinedweb.numeric_lines', lines('12 345', '12,345', '12 crews', '7'), 0.5],
  // "3 likes", "1.2K shares", "▲ 14 comments"; "three likes" has no number, "3 likes today" a word more, "likes 3" is turned round.
  ['refinedweb.counter_lines', lines('3 likes', '1.2K shares', '▲ 14 comments', 'three likes', '3 likes today', 'likes 3'), 0.5],
  ['refinedweb.one_word_lines', lines('Share', 'Share this', '★ ★', '2024'), 0.5],
  // The first begins, the second and the third end with a prompt; the fourth has eleven words, the fifth has it in its middle.
  [
    'refinedweb.prompt_lines',
    lines(
      'Sign in to comment',
      'What the pilots want. Read more...',
      '3 items in cart',
      'Sign in here if you want to tell us what you think',
      'You may read more of it',
    ),
    0.6,
  ],
  // "SHARE" (1 word), "3 likes" (2), "12 345" (2): 5 of 5 + 5 words.
  ['refinedweb.dropped_words', lines('SHARE', '3 likes', '12 345', 'the ferry left at noon'), 0.5],
];

describe.each(GOLDEN_VALUES)('%s of %j', (name, text, value) => {
  it(`is ${value}`, () => {
    expect(measureText(text)[name]).toBe(value);
  });
});

describe('paragraphs', () => {
  const prose = 'The harbour council met at noon to hear what the pilots wanted, and most of them stayed.';
  const other = 'Outside, the crews of eleven ferries waited for news that did not come before the evening tide.';

  it('are counted without headings and list items', () => {
    // Title, prose (88), heading, other (95), heading again, prose again: 1 of 3 paragraphs, 2 of 6 lines.
    const text = lines('Pilots of Merrow vote', prose, 'The vote', other, 'The vote', prose);
    expect([prose.length, other.length, text.length]).toEqual([88, 95, 318]);
    const signals = measureText(text);
    expect(signals['gopher.duplicate_paragraphs']).toBe(0.3333);
    expect(signals['gopher.duplicate_lines']).toBe(0.3333);
    // 88 of 318, and with the heading's 8 characters 96 of 318.
    expect(signals['gopher.duplicate_paragraph_characters']).toBe(0.2767);
    expect(signals['gopher.duplicate_line_characters']).toBe(0.3019);
  });
});

describe('golden values', () => {
  it('stand here for every signal', () => {
    const named = new Set<string>(GOLDEN_VALUES.map(([name]) => name));
    const elsewhere = ['gopher.duplicate_paragraphs', 'gopher.duplicate_paragraph_characters'];
    expect(SIGNAL_NAMES.filter((name) => !named.has(name) && !elsewhere.includes(name))).toEqual([]);
  });

  it('are 0 for an empty text', () => {
    expect(Object.values(measureText('')).filter((value) => value !== 0)).toEqual([]);
  });

  it('of one word', () => {
    const { ...signals } = measureText('Harbour');
    expect(Object.fromEntries(Object.entries(signals).filter(([, value]) => value !== 0))).toEqual({
      blocks: 1,
      words: 1,
      'gopher.words': 1,
      'gopher.lettered_words': 1,
      'gopher.mean_word_length': 7,
      'c4.longest_word': 7,
      'c4.short_lines': 1,
      'fineweb.short_lines': 1,
      'refinedweb.one_word_lines': 1,
      'refinedweb.dropped_words': 1,
    });
  });

  it('are in order of name', () => {
    expect(Object.keys(measureText('Harbour'))).toEqual([...SIGNAL_NAMES]);
    expect([...SIGNAL_NAMES].sort()).toEqual([...SIGNAL_NAMES]);
  });
});
