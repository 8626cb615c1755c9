import { keyOfAttempt } from './key-of-attempt.ts';

/** Numbers and attempts kept here, of all articles together. */
const MOST = 200_000;

interface Rest {
  readonly numbers: Set<number>;
  /** Keys of attempts: see `keyOfAttempt`. */
  readonly started: Set<number>;
  readonly ended: Set<number>;
  refused: number;
}

export interface RestRow {
  readonly numbers: number;
  readonly first: number;
  readonly refused: number;
  readonly unended: number;
  /** Key of the newest attempt that began; 0 when there was none. */
  readonly newest: number;
  readonly isNewestOpen: boolean;
}

const NOTHING: RestRow = { numbers: 0, first: Number.POSITIVE_INFINITY, refused: 0, unended: 0, newest: 0, isNewestOpen: false };
const HALF = 2 ** 32;

/** The few articles whose chains or attempts are too long for the bits of `ArticleTable`. Full, it counts what it refuses. */
export class ChainRest {
  private rows = new Map<bigint, Rest>();
  private held = 0;
  private turnedAway = 0;

  get refused(): number {
    return this.turnedAway;
  }

  /** False when the number had been there. */
  addNumber(high: number, low: number, number: number): boolean {
    const rest = this.rowOf(high, low);
    if (rest.numbers.has(number)) return false;
    if (this.hasRoom(rest)) rest.numbers.add(number);
    return true;
  }

  addAttempt(what: 'started' | 'ended', high: number, low: number, run: number, attempt: number): void {
    const rest = this.rowOf(high, low);
    const key = keyOfAttempt(run, attempt);
    if (!rest[what].has(key) && this.hasRoom(rest)) rest[what].add(key);
  }

  read(high: number, low: number): RestRow {
    const rest = this.rows.size === 0 ? undefined : this.rows.get(this.idOf(high, low));
    if (!rest) return NOTHING;
    const { numbers, started, ended, refused } = rest;
    const newest = [...started].reduce((most, key) => Math.max(most, key), 0);
    return {
      numbers: numbers.size,
      first: [...numbers].reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY),
      refused,
      unended: [...started].filter((key) => !ended.has(key)).length,
      newest,
      isNewestOpen: newest > 0 && !ended.has(newest),
    };
  }

  /** Lets go of all but the articles that `isKept` by the low word of their hash. */
  keep(isKept: (low: number) => boolean): void {
    this.rows = new Map([...this.rows].filter(([id]) => isKept(Number(id % BigInt(HALF)))));
    this.held = 0;
    for (const { numbers, started, ended } of this.rows.values()) this.held += numbers.size + started.size + ended.size;
  }

  private idOf(high: number, low: number): bigint {
    return BigInt(high) * BigInt(HALF) + BigInt(low);
  }

  private rowOf(high: number, low: number): Rest {
    const id = this.idOf(high, low);
    const row = this.rows.get(id) ?? { numbers: new Set(), started: new Set(), ended: new Set(), refused: 0 };
    // An article comes here with something to keep, so there are no more of them than there is room.
    if (this.held < MOST) this.rows.set(id, row);
    return row;
  }

  private hasRoom(rest: Rest): boolean {
    if (this.held < MOST) {
      this.held++;
      return true;
    }
    rest.refused++;
    this.turnedAway++;
    return false;
  }
}
