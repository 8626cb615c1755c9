import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import { lineLayout } from '../../../src/moderation/detect/line-layout.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';

const ruleset = loadRuleset();
const check = (text: string) => moderate({ id: 'a', text }, { ruleset });
const HEAD = 'Pilots of Merrow vote on the winter tide\n\n';
const clean = (text: string): string => check(HEAD + text).text.slice(HEAD.length);
const rulesIn = (text: string) => check(HEAD + text).findings.map(({ rule }) => rule);

/** Breaks a text at a column as a mail program does. */
function wrap(text: string, width: number): string {
  let length = 0;
  return text.split(' ').reduce((lines, word) => {
    const fits = length > 0 && length + 1 + word.length <= width;
    length = fits ? length + 1 + word.length : word.length;
    return lines === '' ? word : `${lines}${fits ? ' ' : '\n'}${word}`;
  }, '');
}

const PARAGRAPHS: readonly (readonly [string, string])[] = [
  [
    'English',
    'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening tide had come in, which nobody at the observatory had expected so early in the year.',
  ],
  [
    'German',
    'Der Rat des Hafens kam am Mittag zusammen, um zu hören, was die Lotsen wollten, und die meisten blieben, bis am Abend die Flut kam, womit auf der Warte so früh im Jahr niemand gerechnet hatte.',
  ],
  [
    'French',
    'Le conseil du port s’est réuni à midi pour entendre ce que voulaient les pilotes, et la plupart sont restés jusqu’à la marée du soir, que personne à l’observatoire n’attendait si tôt dans l’année.',
  ],
  [
    'Russian',
    'Совет порта собрался в полдень, чтобы выслушать лоцманов, и большинство из них осталось до вечернего прилива, которого никто в обсерватории не ожидал так рано в этом году.',
  ],
  [
    'Arabic',
    'اجتمع مجلس الميناء ظهرا ليستمع إلى ما يريده المرشدون وبقي معظمهم حتى جاء مد المساء الذي لم يتوقعه أحد في المرصد في هذا الوقت المبكر من السنة التي بدأت بالجليد.',
  ],
  [
    'Hindi',
    'बंदरगाह की परिषद दोपहर में यह सुनने के लिए मिली कि नाविक क्या चाहते हैं और उनमें से अधिकतर शाम के ज्वार तक रुके रहे जिसकी किसी ने इतनी जल्दी उम्मीद नहीं की थी।',
  ],
];

describe('paragraphs broken at a column', () => {
  it.each(PARAGRAPHS.flatMap(([language, text]) => [60, 72, 78].map((width) => [language, width, text] as const)))(
    'are joined: %s at %i columns',
    (_, width, text) => {
      expect(clean(wrap(text, width))).toBe(text);
      expect(rulesIn(wrap(text, width))).toEqual(['layout.line-wrap@1']);
      expect(clean(wrap(text, width).replaceAll('\n', '\r\n'))).toBe(text);
      expect(clean(wrap(text, width).replaceAll('\n', '  \n   '))).toBe(text);
    },
  );

  it('are joined where no blank line stands between them, below a heading too', () => {
    const [english = '', german = ''] = PARAGRAPHS.map(([, text]) => text);
    const text = `${wrap(english, 70)}\n${wrap(german, 70)}`;
    expect(clean(text)).toBe(`${english}\n\n${german}`);
  });

  it('take no points, and change one place for each end of a line', () => {
    const [, text = ''] = PARAGRAPHS[0] ?? [];
    const wrapped = wrap(text, 72);
    const { edits, quality, findings } = check(HEAD + wrapped);
    const breaks = [...wrapped.matchAll(/\n/gu)].map(({ index }) => HEAD.length + index);
    expect(edits).toEqual(breaks.map((start) => ({ start, end: start + 1, replacement: ' ' })));
    expect(quality.score).toBe(100);
    expect(findings[0]?.evidence).toEqual({
      lines: breaks.length + 1,
      width: Math.max(...wrapped.split('\n').map((line) => line.length)),
    });
  });

  it('lose a garbage token that stands at the end of a line in the same walk', () => {
    const text = wrap(
      'The harbour council met at noon to hear what the pilots wanted, and most of x7Kq2ZpL9vTb4WmR8sYd them stayed until the evening tide had come in.',
      72,
    );
    expect(clean(text)).toBe(
      'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening tide had come in.',
    );
  });

  it.each([
    [
      'a poem',
      'The lamp goes round, the lamp goes round,\nMy father counts the hours,\nAnd all the ships that run aground\nAre tied to us like flowers.',
    ],
    [
      'long verses',
      "Oh haul her in and tie her down before the morning comes,\nThe tide is high, the captain's drunk, the rain is on the drums,\nAnd we'll be home by Saturday with silver in our hands,\nOh haul her in and tie her down, the best of all the lands.",
    ],
    [
      'verses in lower case',
      'the lamp goes round and nothing here is ours\nand all the ships that run aground at night\nare tied to us like flowers in a row\nand every sailor that is drowned comes home',
    ],
    [
      'a list',
      '- eggs and flour and milk and everything that is needed\n- butter and bread and cheese and much of what is left\n- tea',
    ],
    ['a list without marks', 'two cups of flour and a little of the salt\nhalf a cup of milk from the farm next door\none egg'],
    ['an address', 'Ada Quill\n12 Harbour Street\nMerrow by the Sea'],
    ['code', 'tide = read(harbour) + offset + 12 + quay;\nferry = tide + quay - 4 + all of the ice;\nbay = ice + ferry;'],
    ['a letter', 'Dear Pia,\nthe ferries sail again.\nYours, Ada'],
    [
      'a quotation in a mail',
      '> the harbour council met at noon to hear what the pilots\n> wanted, and most of them stayed until the evening tide\n> had come in.',
    ],
  ])('are not: %s', (_, text) => {
    expect(rulesIn(text).filter((rule) => rule.startsWith('layout.'))).toEqual([]);
    expect(clean(text).replaceAll('\n\n', '\n')).toBe(text);
  });

  it('are not where the columns are those of a table', () => {
    const rows = [
      'Time    Ferry     From      To       Captain    Crew',
      '06:00   aldane    quay 1    merrow   quill      ten',
      '07:30   merrow    quay 2    aldane   maltby     six',
    ];
    const [first = '', ...others] = rows.map((row) => row.padEnd(52, '.'));
    expect(clean([first, ...others].join('\n')).replaceAll('\n\n', '\n')).toBe([first, ...others].join('\n'));
  });
});

describe('words divided at the end of a line', () => {
  const broken = (left: string, right: string, rest = ''): string =>
    `The harbour council of Merrow asked the pilots for more ${left}\n${right} about the winter tide and the ice in the bay.${rest}`;
  const word = (text: string): string => / more (.*) about /u.exec(clean(text))?.[1] ?? '';

  it.each([
    ['a syllable', broken('informa-', 'tion'), 'information'],
    ['with the hyphen of print', broken('informa\u2010', 'tion'), 'information'],
    ['a soft hyphen', broken('informa\u00ad', 'tion'), 'information'],
    ['German', broken('Fähr-', 'verbindungen'), 'Fährverbindungen'],
    ['Russian', broken('инфор-', 'мации'), 'информации'],
    ['a compound written with a hyphen elsewhere', broken('ice-', 'bound', ' The ice-bound bay is wide.'), 'ice-bound'],
    ['a compound written as one elsewhere', broken('well-', 'being', ' Their wellbeing counts.'), 'wellbeing'],
    ['a beginning of compounds', broken('well-', 'known notes'), 'well-known notes'],
    ['a name', broken('Anglo-', 'Aldane notes'), 'Anglo-Aldane notes'],
    ['a number', broken('20-', 'year plans'), '20-year plans'],
    ['a number behind', broken('COVID-', '19 notes'), 'COVID-19 notes'],
    ['a single letter', broken('e-', 'mail'), 'e-mail'],
    ['an abbreviation', broken('TV-', 'news'), 'TV-news'],
    ['a chain', broken('state-of-', 'the-art charts'), 'state-of-the-art charts'],
    ['a suspended hyphen', broken('pre-', 'and post-war maps'), 'pre- and post-war maps'],
    ['a suspended hyphen in German', broken('Hafen-', 'und Fährpläne'), 'Hafen- und Fährpläne'],
    ['a dash', broken('time –', 'much more'), 'time – much more'],
  ])('are put together by what they are: %s', (_, text, expected) => {
    expect(word(text)).toBe(expected);
  });

  it('keep their hyphen in a long text that divides no others', () => {
    const [, english = ''] = PARAGRAPHS[0] ?? [];
    const many = Array.from({ length: 16 }, (_, index) => wrap(`In ${1900 + index} ${english}`, 60)).join('\n\n');
    expect(clean(`${many}\n\n${broken('sea-', 'borne')}`)).toContain('sea-borne');
    expect(clean(broken('sea-', 'borne'))).toContain('seaborne');
  });

  it('are shown as evidence', () => {
    const { findings } = check(HEAD + broken('informa-', 'tion'));
    expect(findings.map(({ rule, action, points, evidence }) => [rule, action, points, evidence.words])).toEqual([
      ['layout.hyphenation@1', 'repaired', 0.25, ['information']],
    ]);
  });

  it('leave nothing to do twice', () => {
    const part = fc.constantFrom(
      'tide',
      'informa-',
      'tion',
      'pre-',
      'and',
      'Merrow',
      '20-',
      'the',
      'pilots',
      'wanted,',
      'noon.',
      'مد',
      '\u00ad',
    );
    const line = fc.array(part, { minLength: 3, maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const { text } = check(HEAD + lines.join('\n'));
        expect(check(text).edits).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    'tide-\n',
    'informa-\ntion of the tide and the ice ',
    'a\n',
    '-\n',
    'the harbour council met at noon to hear what the pilots wanted\n',
  ])('take linear time in a flood of %j', { timeout: 60_000 }, (unit) => {
    const text = HEAD + unit.repeat(Math.ceil(1_000_000 / unit.length));
    const context = { ruleset, corpus: { recurringLines: {} }, threshold: (name: string) => ruleset.thresholds[name] ?? 0 };
    expect(cpuSeconds(() => lineLayout.detect(parse(text, { id: 'a', text }), context))).toBeLessThan(20);
  });
});
