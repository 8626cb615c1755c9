import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../../../src/moderation/annotate/values/dates/calendar.ts';
import { readDate } from '../../../../../src/moderation/annotate/values/dates/read-date.ts';
import { listAnchors } from '../../../../../src/moderation/annotate/values/list-anchors.ts';

/** A Wednesday. */
const PUBLISHED = '2024-03-06';

function readDates(text: string): readonly (string | null)[] {
  const published = CALENDAR.parse(PUBLISHED);
  const values: (string | null)[] = [];
  let floor = 0;
  for (const { start } of listAnchors(text, { start: 0, end: text.length })) {
    const found = start < floor ? undefined : readDate({ text, at: start, floor, limit: text.length }, published);
    if (!found) continue;
    values.push(found.value);
    floor = found.end;
  }
  return values;
}

describe('the direction of a date, published on Wednesday, 6 March 2024', () => {
  it.each([
    ['Voters need to register by 1 April.', '2024-04-01'],
    ['United play on 12 April.', '2024-04-12'],
    ['The wedding of Fred is on 20 March.', '2024-03-20'],
    ['Proceed to Gate 5 on 15 March.', '2024-03-15'],
    ['The meeting on 10 March was called off.', '2024-03-10'],
    ['The bill was meant to pass on 20 March.', '2024-03-20'],
    ['The red bed of the Aldane Speed Club opens on 8 March.', '2024-03-08'],
    ['The ferry is closed until 1 April.', '2024-04-01'],
    ['The ferry sank on 10 March.', '2023-03-10'],
    ['The strike lasted until 3 March.', '2024-03-03'],
  ])('a day without a year: %s', (text, value) => {
    expect(readDates(text)).toEqual([value]);
  });

  it.each([
    ['He would resign on Friday.', '2024-03-08'],
    ['The court is to rule on Monday.', '2024-03-11'],
    ['Polls open on Thursday.', '2024-03-07'],
    ['Officials said they plan to vote on Thursday.', '2024-03-07'],
    ['The deadline is Friday.', '2024-03-08'],
    ['The mayor said the wedding is on Friday.', '2024-03-08'],
    ['The teams are due to meet on Sunday.', '2024-03-10'],
    ['All forms must be returned by Friday.', '2024-03-08'],
    ['The road will be closed on Friday.', '2024-03-08'],
    ['The trial, adjourned last week, resumes on Monday.', '2024-03-11'],
    ['He said the match on Saturday would go ahead.', '2024-03-09'],
    ['They’ll vote on Friday.', '2024-03-08'],
    ['The gate will open at 3 p.m. on Monday.', '2024-03-11'],
  ])('a weekday to come: %s', (text, value) => {
    expect(readDates(text).map((date) => String(date).slice(0, 10))).toContain(value);
  });

  it.each([
    ['The strike will go ahead, a union said on Monday.', '2024-03-04'],
    ['He told reporters on Monday that he would resign.', '2024-03-04'],
    ['The team needed Fred on Saturday.', '2024-03-02'],
    ['She sat next to her rival on Monday.', '2024-03-04'],
    ['The market was open on Saturday.', '2024-03-02'],
    ['Profits were better than expected on Friday.', '2024-03-01'],
    ['The roof was finished by Friday.', '2024-03-01'],
    ['The deal, announced on Friday, would close soon.', '2024-03-01'],
    ['A storm on Monday.', '2024-03-04'],
    ['The game was cancelled due to rain on Sunday.', '2024-03-03'],
  ])('a weekday that was, or of which nothing is said: %s', (text, value) => {
    expect(readDates(text)).toEqual([value]);
  });

  it.each([
    ['The strike begins Monday and ends Tuesday.', ['2024-03-11', '2024-03-12']],
    ['The strike begins Monday and ends Wednesday.', ['2024-03-11', '2024-03-13']],
    ['The show will run from Monday to Friday.', ['2024-03-11', '2024-03-15']],
    ['The show ran from Monday to Friday.', ['2024-02-26', '2024-03-01']],
    ['He will speak on Friday, after a debate on Thursday.', ['2024-03-08', '2024-03-07']],
    ['He spoke on Tuesday and will resign on Wednesday.', ['2024-03-05', '2024-03-06']],
    ['The harbour would close on Friday and open next month.', ['2024-03-08', '2024-04']],
    ['The harbour would close on Friday.', ['2024-03-08']],
  ])('two in order: %s', (text, values) => {
    expect(readDates(text)).toEqual(values);
  });

  it('looks no further than the sentence and the paragraph', () => {
    expect(readDates('The road will close. A storm on Monday.')).toEqual(['2024-03-04']);
    expect(readDates('The road will close\n\na storm on Monday')).toEqual(['2024-03-04']);
  });
});
