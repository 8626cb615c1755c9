import type { RandomSource } from '../texts/random-source.ts';

/** A part of all articles, whose sizes lie between two bounds in UTF-16 code units, as many below the geometric mean as above. */
interface SizeClass {
  readonly share: number;
  readonly least: number;
  readonly most: number;
}

/** As a publisher's feed has them: mostly news items, some long reads, a few that are a whole report. Chosen by hand. */
export const SIZE_CLASSES: readonly SizeClass[] = [
  { share: 0.895, least: 2000, most: 9000 },
  { share: 0.1, least: 20_000, most: 60_000 },
  { share: 0.005, least: 150_000, most: 250_000 },
];

/** So many articles have the mix exactly, in whatever order. */
const BLOCK = 200;

/** The size that a share `at` of all articles, 0 to 1, does not exceed. */
export function sizeAt(at: number): number {
  let rest = at;
  for (const { share, least, most } of SIZE_CLASSES) {
    if (rest < share) return Math.round(least * (most / least) ** (rest / share));
    rest -= share;
  }
  return SIZE_CLASSES.at(-1)?.most ?? 0;
}

/** Of the distribution itself. */
export function meanSize(): number {
  return SIZE_CLASSES.reduce((sum, { share, least, most }) => sum + (share * (most - least)) / Math.log(most / least), 0);
}

function shuffle(values: number[], random: RandomSource): number[] {
  for (let at = values.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [values[at], values[other]] = [values[other] ?? 0, values[at] ?? 0];
  }
  return values;
}

/** Sizes without end: each 200 of them have the same mix, so that runs can be compared, in random order, so that large ones meet. */
export function* drawSizes(random: RandomSource): Generator<number, never> {
  for (;;) {
    const block = Array.from({ length: BLOCK }, (_, at) => sizeAt((at + random.below(1000) / 1000) / BLOCK));
    yield* shuffle(block, random);
  }
}
