import { type RandomSource, randomSource } from './random-source.ts';

type Choice = readonly [string, ...string[]];

const PEOPLE: Choice = [
  'Oskar Lindqvale',
  'Mara Teveny',
  'Dr. Ilse Brandow',
  'Captain Joss Arkley',
  'Senator Halden Roe',
  'Pia Wexcombe',
];
const PLACES: Choice = ['Merrow', 'Port Aldane', 'the Sunder Isles', 'Kestrel Bay', 'North Quayside', 'Vell'];
const BODIES: Choice = [
  'the harbour council',
  'Aldane Shipping Co.',
  'the Ministry of Tides',
  'Merrow University',
  'the Pilots Guild',
];
const THINGS: Choice = [
  'ferry',
  'lighthouse',
  'glass works',
  'winter tide',
  'engine hall',
  'fishing quota',
  'signal mast',
  'customs shed',
];
const ACTS: Choice = ['approved', 'rejected', 'postponed', 'inspected', 'repaired', 'sold', 'closed', 'reopened', 'measured'];
const WHENS: Choice = [
  'on Tuesday',
  'last winter',
  'in March 2024',
  'before noon',
  'after a long debate',
  'for the third time this year',
];
const NUMBERS: Choice = ['12', '4,500', '37%', '$2.4 million', 'two hundred', '18 knots', '6.5 per cent'];
const QUALITIES: Choice = ['old', 'contested', 'narrow', 'crowded', 'costly', 'remote', 'half-finished', 'well-known'];

const TEMPLATES: Choice = [
  '{person} said {when} that {body} had {act} the {quality} {thing} in {place}.',
  'The {thing} near {place} cost {number}, and {body} {act} it {when}.',
  '“We have never seen a {quality} {thing} like this,” said {person} of {body}.',
  'In {place}, {number} of the crews asked why the {thing} was {act} {when}.',
  '{body} and {person} could not agree whether the {quality} {thing} should be {act}.',
  'A report from {place} put the loss at {number}; the {thing} stayed {quality}.',
  'When {person} came to {place}, the {thing} had already been {act} by {body}.',
];
const FAULTS: Choice = [
  '▶ [Coinbay] Transaction fee 0% discount CODE◀',
  'RELATED POSTS',
  'View all',
  'pilots-of-merrow-vote-on-the-winter-tide',
  'Pilots of Merrow vote on the winter tide',
  'x7Kq2ZpL9vTb4WmR8sYd3GhJ6',
  '★ LuckyHarbour Casino: 200 free spins, claim your bonus now ★',
  'ADVERTISEMENT',
];

function listFor(slot: string): Choice {
  const lists: Readonly<Record<string, Choice>> = {
    person: PEOPLE,
    place: PLACES,
    body: BODIES,
    thing: THINGS,
    act: ACTS,
    when: WHENS,
    number: NUMBERS,
    quality: QUALITIES,
  };
  return lists[slot] ?? [slot];
}

/** One sentence of invented news. */
export function sentence(random: RandomSource): string {
  const text = random.pick(TEMPLATES).replace(/\{([a-z]+)\}/gu, (_, slot: string) => random.pick(listFor(slot)));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Three to six sentences, no line break. */
export function paragraph(random: RandomSource): string {
  return Array.from({ length: 3 + random.below(4) }, () => sentence(random)).join(' ');
}

/** An article of about `size` UTF-16 code units: prose, a heading now and then, one block of ten a fault or a copy. */
export function articleText(size: number): string {
  const random = randomSource(size);
  const blocks = ['Pilots of Merrow vote on the winter tide', 'March 3, 2024 | by Ada Quill'];
  for (let length = 80; length < size; length += (blocks.at(-1)?.length ?? 0) + 2) {
    const draw = random.below(40);
    if (draw < 2) blocks.push(random.pick(FAULTS));
    else if (draw < 4) blocks.push(blocks[random.below(blocks.length)] ?? '');
    else if (draw < 6) blocks.push(`Why the ${random.pick(THINGS)} matters to ${random.pick(PLACES)}`);
    else blocks.push(paragraph(random));
  }
  return blocks.join('\n\n').slice(0, size);
}

/** An article of about `size` UTF-16 code units that is nothing but paragraphs under a title. */
export function proseText(size: number): string {
  const random = randomSource(size);
  const blocks = ['Pilots of Merrow vote on the winter tide'];
  for (let length = 42; length < size; length += (blocks.at(-1)?.length ?? 0) + 2) blocks.push(paragraph(random));
  return blocks.join('\n\n').slice(0, size);
}
