import process from 'node:process';
import { expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';

const ruleset = loadRuleset();
const ARTICLES = 400;
/** Bytes of columns of numbers that an article may leave in the end; it left 45,000 when a `WeakMap` kept documents. */
const MOST_LEFT = 15_000;

const STREETS = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Hazel', 'Juniper', 'Larch', 'Maple', 'Oak', 'Poplar'];

function write(number: number): string {
  const paragraphs = STREETS.map(
    (street, at) =>
      `The council of Velmora closed ${street} Street on day ${number * STREETS.length + at} of the works, and Mira Tolland said that ${at + 3} more streets would follow before the harbour fair.`,
  );
  // Copies, so that they are looked for and a second round is needed.
  return [...paragraphs, ...paragraphs.slice(0, 2), ...paragraphs].join('\n\n');
}

/** What is held while articles are moderated: the median, so that neither a collection of all nor one that is due counts. */
function moderateAll(from: number, count: number): number {
  const held: number[] = [];
  for (let number = from; number < from + count; number++) {
    moderate({ id: `${number}`, text: write(number) }, { ruleset });
    held.push(process.memoryUsage().arrayBuffers);
  }
  return held.sort((a, b) => a - b)[held.length >> 1] ?? 0;
}

it('lets go of an article when what is young is collected, and does not wait until all is', () => {
  // What is remembered of lines has its size by then.
  moderateAll(0, ARTICLES);
  const before = moderateAll(ARTICLES, 100);
  moderateAll(ARTICLES + 100, ARTICLES);
  const after = moderateAll(2 * ARTICLES + 100, 100);
  expect((after - before) / ARTICLES).toBeLessThan(MOST_LEFT);
});
