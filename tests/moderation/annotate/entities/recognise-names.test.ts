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

describe('names that a few words tell for sure', () => {
  it.each([
    ['Water boils at 100 degrees Celsius.', []],
    ['The gas was cooled to 4 degrees Kelvin.', []],
    ['Anders Celsius was born in Uppsala.', ['PER Anders Celsius', 'LOC Uppsala']],
    ['Storm Anna hit the coast on Monday.', ['MISC Storm Anna']],
    ['Storm Anna brought snow. Anna weakened on Tuesday.', ['MISC Storm Anna', 'MISC Anna']],
    ['Hurricane Mary left 40 dead. Mary moved north.', ['MISC Hurricane Mary', 'MISC Mary']],
    ['Hurricane Mary left 40 dead. Mary Doyle lost her house. Mary wept.', ['MISC Hurricane Mary', 'PER Mary Doyle', 'PER Mary']],
    ['Typhoon Rai killed dozens.', ['MISC Typhoon Rai']],
    ['Cyclone Idai struck Mozambique in 2019.', ['MISC Cyclone Idai', 'LOC Mozambique']],
    ['Tropical Storm Elsa formed on Friday.', ['MISC Tropical Storm Elsa']],
    ['Zika was found in mosquitoes.', ['MISC Zika']],
    ['Doctors fear that Zika will return.', ['MISC Zika']],
    ['Ebola has spread to two villages.', ['MISC Ebola']],
    ['Basque sailors left.', ['MISC Basque']],
    ['Mexican shares fell on Friday.', ['MISC Mexican']],
    ['Ramadan begins on Monday.', ['MISC Ramadan']],
    ['She moved to Washington, D.C. They met in May.', ['LOC Washington', 'LOC D.C.']],
    ['The award went to George R. A. Merton of Merrow.', ['PER George R. A. Merton', 'LOC Merrow']],
    ['J. A. Quill met the mayor of the town on Monday.', ['PER J. A. Quill']],
    ['The work was led by Nguyen V. An and Wei L. You.', ['PER Nguyen V. An', 'PER Wei L. You']],
    ['He moved to St. Petersburg, Fla. He died there.', ['LOC St. Petersburg', 'LOC Fla']],
    ['Stoke-on-Trent lost its factory.', ['LOC Stoke-on-Trent']],
    ['They sell in Stratford-upon-Avon and Stoke-on-Trent.', ['LOC Stratford-upon-Avon', 'LOC Stoke-on-Trent']],
    ['Robert Downey, Jr., left the show.', ['PER Robert Downey, Jr.']],
    ['J. R. R. Whitmore wrote it.', ['PER J. R. R. Whitmore']],
    ['Meltwater flooded the valley.', []],
    ['Windfarms will power the town.', []],
    ['Whitmore left at noon.', ['PER Whitmore']],
    ['Facebook said it would appeal.', ['ORG Facebook']],
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

  it.each(['A-en-', 'Kim Jong-un & ', "Levi's ", 'US-China ', 'D.C. They ', 'Storm Anna ', 'Stoke-on-Trent and '])(
    'is linear in %j',
    (part) => {
      const passages = [{ kind: 'paragraph', text: part.repeat(4000) } as const];
      expect(cpuSeconds(() => recogniser.recognise(passages))).toBeLessThan(5);
    },
  );
});
