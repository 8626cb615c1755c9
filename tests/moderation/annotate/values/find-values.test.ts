import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findValues } from '../../../../src/moderation/annotate/values/find-values.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';
import { readLabelledSentences } from './read-labelled-sentences.ts';

const PUBLISHED = '2024-03-13';

function read(text: string, publishedAt?: string) {
  const block = { kind: 'paragraph', start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length } as const;
  return findValues({ text, edits: [], blocks: [block], toSource: (span) => span }, publishedAt).values;
}

describe('findValues, on labelled sentences', () => {
  const sentences = readLabelledSentences();

  it('are more than 200, a fifth of them without a value', () => {
    expect(sentences.length).toBeGreaterThan(200);
    expect(sentences.filter(({ values }) => values.length === 0).length).toBeGreaterThan(40);
  });

  it.each(sentences.map(({ text, values }) => [text, values] as const))('%s', (text, values) => {
    const found = read(text, PUBLISHED).map(({ start, text: words, value }) => ({ start, text: words, value }));
    expect(found).toEqual(values);
  });
});

describe('findValues, what a value says', () => {
  it('says amount and unit', () => {
    expect(read('It cost $5-7 million.')).toEqual([
      {
        type: 'money',
        text: '$5-7 million',
        value: '5000000..7000000 USD',
        amount: 5_000_000,
        maxAmount: 7_000_000,
        unit: 'USD',
        start: 8,
        end: 20,
        sourceStart: 8,
        sourceEnd: 20,
      },
    ]);
  });

  it('says what a date was reckoned from', () => {
    expect(read('It rained yesterday.', '2024-03-01T09:00:00+01:00')).toMatchObject([
      { type: 'date', text: 'yesterday', value: '2024-02-29', precision: 'day', relativeTo: '2024-03-01' },
    ]);
    expect(read('It rained on 5 March 2024.', PUBLISHED)).toMatchObject([{ value: '2024-03-05', relativeTo: null }]);
  });

  it.each([
    ['It rained yesterday.', null, 'day'],
    ['It rained last month.', null, 'month'],
    ['It rained two weeks ago.', null, 'week'],
    ['It rained last year.', null, 'year'],
    ['It rained on Monday.', null, 'day'],
    ['It rained last March.', null, 'month'],
    ['It rained on 5 March.', '--03-05', 'day'],
    ['It rained on 5-7 March.', '--03-05/--03-07', 'day'],
    ['It rained on February 29.', '--02-29', 'day'],
    ['It rained in March.', '--03', 'month'],
    ['It rained on 5 March 2024.', '2024-03-05', 'day'],
  ])('without a date of publication: %s', (text, value, precision) => {
    expect(read(text)).toMatchObject([{ type: 'date', value, precision, relativeTo: null }]);
    expect(read(text, 'some day')).toMatchObject([{ value }]);
  });

  it.each([
    ['2024-12-30', 'It rained on 5 January.', '2024-01-05'],
    ['2024-12-30', 'It will rain on 5 January.', '2025-01-05'],
    ['2024-12-30', 'A storm on 5 January.', '2025-01-05'],
    ['2024-01-02', 'A storm on 28 December.', '2023-12-28'],
    ['2024-10-02', 'A survey found in March that it rained.', '2024-03'],
    ['2024-10-02', 'It will rain in March.', '2025-03'],
    ['2024-10-02', 'It rained in October.', '2024-10'],
    ['2024-10-02', 'It will rain in October.', '2024-10'],
    ['2024-01-02', 'It rained on 28 December.', '2023-12-28'],
    ['2024-01-01', 'It rained yesterday.', '2023-12-31'],
    ['2024-12-30', 'It rained this week.', '2025-W01'],
    ['2021-01-01', 'It rained this week.', '2020-W53'],
    ['2024-03-31', 'It rained last month.', '2024-02'],
    ['2024-01-15', 'It rained two months ago.', '2023-11'],
    ['2024-01-15', 'It rained last Monday.', '2024-01-08'],
    ['2024-01-15', 'It rained on Monday.', '2024-01-15'],
    ['2024-01-15', 'It will rain on Monday.', '2024-01-15'],
    ['2024-01-15', 'It rains next Monday.', '2024-01-22'],
  ])('published on %s: %s', (publishedAt, text, value) => {
    expect(read(text, publishedAt).map((found) => found.value)).toEqual([value]);
  });

  it.each([
    'On 2024-02-31 nothing.',
    'On 31 April 2024 nothing.',
    'On February 30 nothing.',
    'The form says 45/13/2024.',
    'He ran 3 13/32/2024.',
  ])('no day that does not exist: %s', (text) => {
    expect(read(text, PUBLISHED).filter(({ type, value }) => type === 'date' && value?.includes('-'))).toEqual([]);
  });
});

describe('findValues, far years', () => {
  it.each([
    ['It will end in the year 10000.', []],
    ['The file says 10000-01-01.', []],
    ['It ends on 5 March 10000.', []],
    ['It ends on 5 March, 10000.', []],
    ['It ends on 5 March 10000 at noon.', []],
    ['It ends on March 5, 10000, they say.', []],
    ['It ends in March 10000.', []],
    ['It ends by 12/31/10000 or 31.12.10000.', []],
    ['It lasts from 5 March to 3 May 10000.', []],
    ['It ends on 31 December 9999.', ['9999-12-31']],
    ['On 31 December 9999 the calendar ends.', ['9999-12-31']],
    ['It ends in March 2999.', ['2999-03']],
    ['It ends on March 5, 2999, they say.', ['2999-03-05']],
    ['It lasts from 5 March to 3 May 2999.', ['2999-03-05', '2999-05-03']],
    ['It ended on 9999-12-31.', ['9999-12-31']],
    ['On 5 March 10000 people came.', ['2024-03-05', '10000 person']],
    ['On March 5, 10000 fans came.', ['2024-03-05', '10000 fan']],
    ['On March 5, 10000 Norwegian sailors came.', ['2024-03-05']],
    ['On 5 March 3000 marched.', ['2024-03-05']],
    ['The file ends on 5 March in the year 10000 of its calendar.', []],
    ['On 5 March 2999, the calendar ends.', ['2999-03-05']],
    ['It ends on 5 March 2999, Ada Venn said.', ['2999-03-05']],
    ['It lasts from 5 March 2999 to 3 May 3000.', ['2999-03-05', '3000-05-03']],
  ])('%s', (text, values) => {
    expect(read(text, PUBLISHED).map(({ value }) => value)).toEqual(values);
  });

  it.each([
    ['On 5 March, 12000 angry farmers blocked the road.', ['2024-03-05']],
    ['On 5 March, 12000 home owners lost power.', ['2024-03-05']],
    ['On 5 March, 11000 police officers were sent.', ['2024-03-05']],
    ['On 5 March 30000 sheep were sold.', ['2024-03-05']],
    ['On March 5 25000 fled the town.', ['2024-03-05']],
    ['On March 5 12000 of the workers went on strike.', ['2024-03-05']],
    ['By 30 June, 45000 had signed up.', ['2024-06-30']],
    ['On 5 March, 5000 in the town lost power.', ['2024-03-05']],
    ['In May, 3000 at the plant went on strike.', ['2024-05']],
    ['In March 5000 and in April 6000 cars were sold.', ['2024-03', '2024-04', '6000 car']],
    ['On March 5, 2500 will lose their jobs at the plant.', ['2025-03-05']],
    ['On March 5, 2500, or one in ten, left.', ['2024-03-05']],
    ['On 4 March 10000 came, and on 5 March 12000.', ['2024-03-04', '2024-03-05']],
    ['On 5 March 5000 to 6000 went home.', ['2024-03-05']],
  ])('a count behind a date is no year: %s', (text, values) => {
    expect(read(text, '2024-06-13').map(({ value }) => value)).toEqual(values);
  });

  it.each([
    [
      '9999-12-31',
      'It rained yesterday. It will rain tomorrow, next week, next month, next year, next March, on 5 January and on Saturday.',
    ],
    ['0100-01-01', 'It rained 500 years ago, 1000 years ago, and yesterday.'],
  ])('only years of four digits, published on %s', (publishedAt, text) => {
    const dates = read(text, publishedAt).filter(({ type }) => type === 'date');
    for (const { value } of dates) expect(value).toMatch(/^\d{4}(?:-(?:\d\d|W\d\d)(?:-\d\d)?)?$/u);
  });
});

describe('findValues, long texts', () => {
  const isWhole = (text: string, kind: 'paragraph' | 'code' = 'paragraph') => {
    const blocks = [{ kind, start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length }];
    return findValues({ text, edits: [], blocks, toSource: (span) => span }).complete;
  };

  it('reads 300,000 characters whole, a value in every ten words', () => {
    expect(isWhole('The crew of the old ferry waited there for 5 hours. '.repeat(6000).slice(0, 300_000))).toBe(true);
  });

  it('says when it read no further', () => {
    expect(isWhole('5 km, '.repeat(20_000))).toBe(true);
    expect(isWhole('5 km, '.repeat(20_001))).toBe(false);
    expect(isWhole('word '.repeat(200_000))).toBe(true);
    expect(isWhole('word '.repeat(200_001))).toBe(false);
  });
});

describe('findValues, for any text', () => {
  const part = fc.constantFrom(
    ...'5 1,500 2024 2024-03-05 12.5 % $ US$ € £3 -5 5-7 five twenty-one hundred a half dozen million m bn km °C people pounds p cents Monday last next March Dec. 5th of at 3 p.m. GMT ago weeks yesterday the day after tomorrow 31/12/2024 / – — ( ) \u202f \u00a0 \ud800 \0 in 1990s to and'.split(
      ' ',
    ),
  );
  const anyText = fc
    .array(fc.tuple(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 4 })), fc.constantFrom(' ', '', '-', ', ')), {
      maxLength: 40,
    })
    .map((parts) => parts.flat().join(''));

  it('gives values that stand where they say, in order, none inside another', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(undefined, PUBLISHED), (text, publishedAt) => {
        let end = 0;
        for (const value of read(text, publishedAt)) {
          expect(value.start).toBeGreaterThanOrEqual(end);
          expect(value.end).toBeGreaterThan(value.start);
          expect(text.slice(value.start, value.end)).toBe(value.text);
          expect(value.text).toBe(value.text.trim());
          end = value.end;
          if (value.type === 'date') continue;
          expect(Number.isFinite(value.amount)).toBe(true);
          if (value.maxAmount !== null) expect(value.maxAmount).toBeGreaterThan(value.amount);
        }
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  it('gives the same for a sentence wherever it stands', () => {
    const sentences = readLabelledSentences().map(({ text }) => text);
    fc.assert(
      fc.property(fc.shuffledSubarray(sentences, { minLength: 1, maxLength: 6 }), (chosen) => {
        const text = chosen.join('\n\n');
        let at = 0;
        const blocks = chosen.map((sentence) => {
          const block = { kind: 'paragraph', start: at, end: at + sentence.length, sourceStart: 0, sourceEnd: 0 } as const;
          at += sentence.length + 2;
          return block;
        });
        const together = findValues({ text, edits: [], blocks, toSource: (span) => span }, PUBLISHED).values;
        const alone = chosen.flatMap((sentence) => read(sentence, PUBLISHED));
        expect(together.map(({ text: words, value }) => [words, value])).toEqual(
          alone.map(({ text: words, value }) => [words, value]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['digits', '1'.repeat(1_000_000)],
    ['groups of digits', '1,'.repeat(500_000)],
    ['groups of three', '111,'.repeat(250_000)],
    ['ranges', '1-'.repeat(500_000)],
    ['signs', '$'.repeat(1_000_000)],
    ['signed digits', '$1 '.repeat(330_000)],
    ['number words', 'twenty '.repeat(140_000)],
    ['number words joined', 'one-'.repeat(250_000)],
    ['weekdays', 'Monday '.repeat(140_000)],
    ['months', 'May '.repeat(250_000)],
    ['letters', 'a'.repeat(1_000_000)],
    ['orders', 'last '.repeat(200_000)],
    ['days', 'yesterday '.repeat(100_000)],
  ])(
    'takes linear time for a megabyte of %s',
    (_, text) => {
      expect(cpuSeconds(() => read(text, PUBLISHED))).toBeLessThan(15);
    },
    60_000,
  );
});
