import { describe, expect, it } from 'vitest';
import { createNameRecogniser } from '../../../../src/moderation/annotate/entities/create-name-recogniser.ts';
import { shippedNameModel } from '../../../../src/moderation/annotate/entities/shipped-name-model.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';

const recogniser = createNameRecogniser(shippedNameModel(), 'shipped');

function list(text: string): readonly string[] {
  const [names = []] = recogniser.recognise([{ kind: 'paragraph', text }]);
  return names.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
}

describe('names with hyphens', () => {
  it.each([
    ['They moved from Aix-en-Provence to Paris.', ['LOC Aix-en-Provence', 'LOC Paris']],
    ['They moved to Stratford-upon-Avon in May.', ['LOC Stratford-upon-Avon']],
    ['They moved to Stoke-on-Trent in May.', ['LOC Stoke-on-Trent']],
    ['They met Kim Jong-un in Seoul.', ['PER Kim Jong-un', 'LOC Seoul']],
    ['They met Moon Jae-in in Seoul.', ['PER Moon Jae-in', 'LOC Seoul']],
    ['They met Ban Ki-moon in Seoul.', ['PER Ban Ki-moon', 'LOC Seoul']],
    ['They spoke of US-China trade.', ['LOC US', 'LOC China']],
    ['It was an Oslo-based crew.', ['LOC Oslo']],
    ['They flew to Guinea-Bissau in May.', ['LOC Guinea-Bissau']],
  ])('%s', (text, names) => {
    expect(list(text)).toEqual(names);
  });
});

describe('firms', () => {
  it.each([
    ['They ate at McDonald’s and Wendy’s in May.', ['ORG McDonald’s', 'ORG Wendy’s']],
    ["They bought jeans from Levi's at Macy's and Sainsbury's.", ["ORG Levi's", "ORG Macy's", "ORG Sainsbury's"]],
    ["It was sold at Christie's and insured by Lloyd's of London.", ["ORG Christie's", "ORG Lloyd's of London"]],
    ['They shop at Marks & Spencer in Leeds.', ['ORG Marks & Spencer', 'LOC Leeds']],
    ['They hired Ernst & Young in May.', ['ORG Ernst & Young']],
    ['They wore Dolce & Gabbana in May.', ['ORG Dolce & Gabbana']],
    ["They met Wendy Harlan at noon. Wendy's boat was late.", ['PER Wendy Harlan', 'PER Wendy']],
    ["Later Mr McDonald's boat was late.", ['PER McDonald']],
  ])('%s', (text, names) => {
    expect(list(text)).toEqual(names);
  });
});

describe('time', () => {
  it('is linear in the number of passages', () => {
    const seconds = (count: number) => {
      const passages = Array.from({ length: count }, () => ({ kind: 'paragraph', text: 'Ann Doyle left.' }) as const);
      return cpuSeconds(() => recogniser.recognise(passages));
    };
    seconds(500);
    expect(seconds(8000)).toBeLessThan(16 * seconds(1000) + 0.2);
  });

  it.each(['A-en-', 'Kim Jong-un & ', "Levi's ", 'US-China '])('is linear in %j', (part) => {
    const passages = [{ kind: 'paragraph', text: part.repeat(4000) } as const];
    expect(cpuSeconds(() => recogniser.recognise(passages))).toBeLessThan(5);
  });
});
