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

/** The same, behind hyphens too. */
function wrapAtHyphens(text: string, width: number): string {
  const lines = [''];
  for (const part of text.match(/[^ -]+[ -]?/gu) ?? []) {
    const line = lines.at(-1) ?? '';
    if (line.length + part.trimEnd().length <= width) lines[lines.length - 1] = line + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd()).join('\n');
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
    'اجتمع مجلس الميناء ظهرا ليستمع إلى ما يريده المرشدون، وبقي معظمهم حتى جاء مد المساء الذي لم يتوقعه أحد في المرصد في هذا الوقت المبكر من السنة التي بدأت بالجليد.',
  ],
  [
    'Hindi',
    'बंदरगाह की परिषद दोपहर में मिली। सबने यह सुना कि नाविक क्या चाहते हैं और उनमें से अधिकतर शाम के ज्वार तक रुके रहे जिसकी किसी ने इतनी जल्दी उम्मीद नहीं की थी।',
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

  it('are joined where the lines say nothing themselves but a paragraph of the same column does', () => {
    const [, english = ''] = PARAGRAPHS[0] ?? [];
    const plain =
      'Their boats had come back last night from outer islands with less ice on every mast but more fish below deck than anybody had remembered.';
    expect(clean(`${wrap(english, 62)}\n\n${wrap(plain, 62)}`)).toBe(`${english}\n\n${plain}`);
    expect(clean(`${wrap(english, 62)}\n${wrap(plain, 62)}`)).toBe(`${english}\n\n${plain}`);
    expect(clean(wrap(plain, 62))).toBe(wrap(plain, 62));
  });

  it('are joined where a line ends with a word that needs the next one', () => {
    const text =
      'Their boats had come back from the outer islands of the north with much less ice than anybody remembered at the time.';
    expect(clean(wrap(text, 60))).toBe(text);
    expect(clean(wrap(text, 62))).toBe(wrap(text, 62));
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

  it.each([
    [
      'verses that end in dashes',
      [
        'I saw the lamp upon the river-',
        'but then the night came down again',
        'I heard the bells along the river-',
        'but nobody was there to hear them.',
      ],
    ],
    [
      'a couplet that ends in a dash',
      ['We walked along the quay of Merrow and talked-', 'the morning tide was coming in at last.'],
    ],
    ['an address with a hyphen', ['Ada-', 'Quill-Street 12 on the quay of Merrow']],
    [
      'a chat',
      [
        'ada: the ferry is late again. Nobody at the quay knows',
        'pia: it was late on monday too. They told us nothing,',
        'ada: somebody has to ask the pilots what they want to',
        'pia: they want more money. That is what they all say',
        'ada: and we want to be home before the ice has come',
        'pia: then let us ask the council. They meet at noon',
      ],
    ],
    [
      'contents',
      [
        'what the pilots of the harbour know about the tide 11',
        'how the lamp of the lighthouse was lit in winter 24',
        'where the ferries of the north coast are moored 37',
        'why the nets are kept dry in all of the storms 58',
      ],
    ],
    [
      'fruit without signs',
      [
        'apples from the garden of the old lighthouse',
        'pears from the orchard behind the town hall',
        'plums from the trees along the harbour wall',
        'cherries from the yard of the old customs',
        'figs from the greenhouse of the doctor’s son',
        'grapes from the terrace above the ferry quay',
      ],
    ],
    [
      'headlines of one word',
      [
        'how to clean the lamp of a lighthouse at night',
        'how to read the tide tables of the north coast',
        'how to moor a ferry when the wind turns west',
        'how to keep the nets dry in the autumn storms',
        'how to ask the harbour master for a new berth',
        'how to leave the bay before the ice has come',
      ],
    ],
    [
      'scores',
      [
        'merrow beat aldane by four wickets at the quay',
        'aldane beat wexcombe by ten runs in the rain',
        'wexcombe drew with merrow at 214 for 6 wickets',
        'maltby beat the pilots by an innings and two',
        'the pilots drew with aldane at 180 all out, 9',
        'quillham beat maltby by one wicket at the end',
      ],
    ],
    [
      'ministers',
      [
        'ada quill, minister of the harbour and the tide',
        'oskar maltby, minister of the ferries and quays',
        'pia wexcombe, minister of schools and of books',
        'jon merrow, minister of the ice and the winters',
        'lea aldane, minister of trade and of the market',
        'tom quillham, minister of the coast and the sea',
      ],
    ],
    [
      'an Arabic qasida',
      [
        'وقفت على شاطئ المرفأ القديم أسائل موجا لا يجيب ولا يعود إلى الديار',
        'وناديت ربان السفينة وهو ينظر في النجوم وفي السماء وفي البحار بلا قرار',
        'وقلت له متى تعود المراكب التي مضت مع الشتاء وخلفت لنا برد الليالي والغبار',
        'فقال لي صبرا فإن البحر يحفظ من أحب ولا يضيع من تعلق بالمنارة والمنار.',
      ],
    ],
    [
      'Persian verse',
      [
        'شب است و باد سرد از سوی دریا می‌وزد بر بام خانه‌های خاموش بندر ما',
        'و مردی پیر با فانوس خود در راه می‌آید که شاید کشتی گم‌گشته‌ای پیدا شود',
        'و من در پنجره تنها نشسته چشم بر تاریکی این آب بی‌پایان و بی‌آوا',
        'به یاد آن که رفت و هرگز از دریا نیامد باز تا این شهر را روشن کند.',
      ],
    ],
    [
      'a Hebrew psalm',
      [
        'אשרי האיש אשר ישב על שפת הנמל והמתין לאור המגדלור בלילות החורף הארוכים',
        'והים ידבר אליו בקול גדול ובקול דק ויספר לו על האניות אשר לא שבו עוד',
        'ובנותיו תשבנה בחלון הבית ותשירנה את שיר הרוח ואת שיר הגלים בין הסלעים',
        'וכל אשר ישמע את קולן יזכור את דרכו וישוב אל החוף בשלום לפני הבוקר.',
      ],
    ],
    [
      'a Hindi ghazal',
      [
        'समंदर के किनारे बैठ कर हमने तुम्हारी राह देखी है कई रातों तलक',
        'हवा से पूछते हैं हम कहाँ तक ले गई वह नाव जिसमें तुम गए थे उस तरफ',
        'चिराग़ों को बुझाकर लोग घर अपने चले जाते हैं लेकिन हम यहीं बैठे रहे',
        'कि शायद लौट आए वह जहाज़ और उसमें से उतर कर तुम हमें आवाज़ दो।',
      ],
    ],
    [
      'long verse in lower case',
      [
        'the captain told the harbour pilot of the ship that never came',
        'and the pilot told the lighthouse man who only gave her name',
        'and the lighthouse man went up the stairs to light another flame',
        'for the ones the winter water took and the ones who were to blame.',
      ],
    ],
    [
      'ragged verse with pauses',
      [
        'when all the lamps along the quay are lit, and no one is about',
        'the harbour wakes and counts its boats, and one of them is out',
        'and someone with a lantern stands, and someone gives a shout',
        'until the morning bell is rung, and nobody is in doubt.',
      ],
    ],
  ])('are not, however even the lines are: %s', (_, lines) => {
    const text = lines.join('\n');
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
    `It was late. The harbour council of Merrow asked the pilots for more ${left}\n${right} about the winter tide and the ice in the bay.${rest}`;
  const word = (text: string): string => / more (.*) about /u.exec(clean(text))?.[1] ?? '';

  it.each([
    ['a syllable', broken('informa-', 'tion'), 'information'],
    ['with the hyphen of print', broken('informa\u2010', 'tion'), 'information'],
    ['a soft hyphen', broken('informa\u00ad', 'tion'), 'information'],
    ['a German syllable', broken('Verbin-', 'dungen und'), 'Verbindungen und'],
    ['a Russian syllable', broken('информа-', 'ции'), 'информации'],
    ['German written as one elsewhere', broken('Fähr-', 'pläne', ' Die Fährpläne fehlen.'), 'Fährpläne'],
    ['what may be one word or two', broken('Fähr-', 'verbindungen'), 'Fähr-verbindungen'],
    ['what begins a chain', broken('once-', 'in-a-lifetime charts'), 'once-in-a-lifetime charts'],
    ['what begins a chain with a short word', broken('state-', 'of-the-art charts'), 'state-of-the-art charts'],
    ['what ends a chain', broken('out-of-', 'date charts'), 'out-of-date charts'],
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

  it('keep their hyphen in mail, which breaks lines at hyphens that were there before', () => {
    const text =
      'The coal-mining towns of the coast signed a non-binding pledge on Monday. The government-backed plan leaves decision-making to the towns, where the French-speaking council has asked an ex-minister for a user-friendly guide, and the once-in-a-lifetime state-of-the-art harbour is to be a joint-venture of two firms. Nobody at the sea-borne observatory had expected it.';
    for (let width = 50; width <= 80; width++) expect(clean(wrapAtHyphens(text, width))).toBe(text);
  });

  it('are put together where many are, or one certainly is, and keep their hyphen in a long text that divides few', () => {
    const three = [broken('sea-', 'borne'), broken('har-', 'bours'), broken('win-', 'ters')].join('\n\n');
    expect(clean(three)).toMatch(/seaborne[\s\S]*harbours[\s\S]*winters/u);
    expect(clean(`${broken('informa-', 'tion')}\n\n${broken('win-', 'ters')}`)).toContain('winters');
    expect(clean(`${broken('sea-', 'borne')}\n\n${broken('win-', 'ters')}`)).toMatch(/sea-borne[\s\S]*win-ters/u);
    expect(clean(`${broken('informa-', 'tion')}\n\n${broken('French-', 'speaking')}`)).toContain('French-speaking');
    const [, english = ''] = PARAGRAPHS[0] ?? [];
    const many = Array.from({ length: 16 }, (_, index) => wrap(`In ${1900 + index} ${english}`, 60)).join('\n\n');
    expect(clean(`${many}\n\n${three}`)).toMatch(/sea-borne[\s\S]*har-bours[\s\S]*win-ters/u);
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
    const context = {
      ruleset,
      corpus: { recurringLines: {}, articles: [] },
      threshold: (name: string) => ruleset.thresholds[name] ?? 0,
    };
    expect(cpuSeconds(() => lineLayout.detect(parse(text, { id: 'a', text }), context))).toBeLessThan(20);
  });
});
