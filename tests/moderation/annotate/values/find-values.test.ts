import { describe, expect, it } from 'vitest';
import { findValues } from '../../../../src/moderation/annotate/values/find-values.ts';

function read(text: string) {
  const block = { kind: 'paragraph', start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length } as const;
  return findValues({ text, edits: [], blocks: [block], toSource: (span) => span });
}

describe('findValues', () => {
  it.each([
    ['It cost $5 million.', 'money', '$5 million', '5000000 USD'],
    ['It cost €3.50 a day.', 'money', '€3.50', '3.5 EUR'],
    ['It cost US$1,250 then.', 'money', 'US$1,250', '1250 USD'],
    ['They paid 200 euros.', 'money', '200 euros', '200 EUR'],
    ['Fares rose 12%.', 'percent', '12%', '12%'],
    ['Fares rose 12.5 percent.', 'percent', '12.5 percent', '12.5%'],
    ['On 2024-03-05 it rained.', 'date', '2024-03-05', '2024-03-05'],
    ['On 5 March 2024 it rained.', 'date', '5 March 2024', '2024-03-05'],
    ['On March 5, 2024, it rained.', 'date', 'March 5, 2024', '2024-03-05'],
    ['In March 2024 it rained.', 'date', 'March 2024', '2024-03'],
    ['It is 40 km long.', 'quantity', '40 km', '40 km'],
    ['Some 1,500 troops left.', 'quantity', '1,500 troops', '1500 person'],
    ['They pump 3 million barrels.', 'quantity', '3 million barrels', '3000000 barrel'],
  ])('%s', (text, type, part, value) => {
    expect(read(text).map((found) => [found.type, found.text, found.value])).toEqual([[type, part, value]]);
  });

  it.each([
    ['Room 12 is free.'],
    ['Version 1.2.3 came.'],
    ['On 2024-02-31 nothing.'],
    ['The A320 landed.'],
    ['In May it rained.'],
  ])('finds nothing in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
