import { describe, expect, it } from 'vitest';
import { annotate, loadRuleset, moderate } from '../../../src/index.ts';

const ruleset = loadRuleset();

const TEXT =
  'The harbour council met yesterday to hear what the pilots wanted, and most of them stayed until the evening to see the vote.';

const DATES: readonly (readonly [given: string, date: string | null, yesterday: string | null])[] = [
  ['2024-03-06', '2024-03-06', '2024-03-05'],
  ['2024-03-06T23:30:00-08:00', '2024-03-06T23:30:00-08:00', '2024-03-05'],
  ['2024-03-06T07:30:00Z', '2024-03-06T07:30:00Z', '2024-03-05'],
  ['2024-03-06 07:30', '2024-03-06', '2024-03-05'],
  ['Wed, 06 Mar 2024 10:00:00 GMT', '2024-03-06', '2024-03-05'],
  ['March 6, 2024', '2024-03-06', '2024-03-05'],
  ['6 March 2024', '2024-03-06', '2024-03-05'],
  ['20240306', null, null],
  ['garbage', null, null],
  ['2024-02-30', null, null],
  ['2024-02-30T10:00:00Z', null, null],
  ['2024-03-06T99:99:00Z', null, null],
];

describe('readPublicationDate', () => {
  it.each(DATES)('moderate, published at %j: %j', (publishedAt, date, yesterday) => {
    const { article, values } = moderate({ id: 'a', text: TEXT, publishedAt }, { ruleset });
    expect(article.publishedAt).toBe(date);
    expect(values.map(({ value }) => value)).toEqual([yesterday]);
  });

  it.each(DATES)('annotate, published at %j: %j', (publishedAt, _, yesterday) => {
    expect(annotate(TEXT, { publishedAt }).values.map(({ value }) => value)).toEqual([yesterday]);
  });

  it('takes the date that the article states where the one handed in says nothing', () => {
    const text = `# Pilots win their vote\n\nDecember 5, 2023 | by Ada Quill\n\n${TEXT}`;
    expect(moderate({ id: 'a', text, publishedAt: 'garbage' }, { ruleset }).article.publishedAt).toBe('2023-12-05');
  });
});
