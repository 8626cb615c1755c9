import { DELIVERY_STATES, REVIEW_STATES } from '../schema/article-states.ts';
import { ChainRest } from './chain-rest.ts';
import { hashName } from './hash-name.ts';
import { keyOfAttempt } from './key-of-attempt.ts';

/** What a line says of the chain of its article. */
export interface ChainLine {
  readonly article: string;
  /** Milliseconds. */
  readonly time: number;
  readonly number: number;
  readonly processing: number;
  readonly review: number;
  readonly delivery: number;
}

/** One article, as `read` hands it out. */
export interface ArticleRow {
  readonly first: number;
  readonly last: number;
  readonly missing: number;
  readonly processing: number;
  readonly review: number;
  readonly delivery: number;
  /** Milliseconds; NaN when there was no such line. */
  readonly receivedAt: number;
  readonly startedAt: number;
  readonly unended: number;
  readonly unendedLast: number;
}

/** Articles that are followed at a time; of more, every second one is, chosen by its hash. */
const MOST_ARTICLES = 300_000;
const FIRST_SLOTS = 4_096;
/** Of the slots, so that a search is short. */
const FULLEST = 0.6;
const WORD = 32;
/** Numbers of a chain that have a bit: longer chains stand in `rest`. */
const BITS = 2 * WORD;
/** Attempts of a run, and runs, that have a bit. */
const ATTEMPTS = 8;
const RUNS = WORD / ATTEMPTS;

const bitOf = (at: number): number => (1 << at) >>> 0;

/** From 1. */
const lowestBit = (word: number): number => WORD - Math.clz32(word & -word);

function countBits(word: number): number {
  let left = word;
  let bits = 0;
  for (; left !== 0; bits++) left &= left - 1;
  return bits;
}

/** The columns of the table, one value a slot. */
function createColumns(slots: number) {
  return {
    high: new Uint32Array(slots),
    low: new Uint32Array(slots),
    numbers: new Uint32Array(slots),
    moreNumbers: new Uint32Array(slots),
    last: new Uint32Array(slots),
    states: new Uint16Array(slots),
    started: new Uint32Array(slots),
    ended: new Uint32Array(slots),
    receivedAt: new Float64Array(slots).fill(Number.NaN),
    startedAt: new Float64Array(slots).fill(Number.NaN),
  };
}

type Columns = ReturnType<typeof createColumns>;

/** Two lines with one number that disagree are not ours to judge, but the order of reading must not decide. */
function packStates({ processing, review, delivery }: ChainLine): number {
  return (processing * REVIEW_STATES.length + review) * DELIVERY_STATES.length + delivery;
}

const earlier = (held: number, time: number): number => (Number.isNaN(held) || time < held ? time : held);

/**
 * What the stream says of each article (one revision), in about a hundred bytes each and whatever order the lines come in: which numbers of
 * its chain there were, where it stands after the last, which attempts began and ended. Beyond `mostArticles` the half with
 * an odd hash is let go, and so on: what is left is a fair sample, and the same one in any order.
 */
export class ArticleTable {
  private columns: Columns = createColumns(FIRST_SLOTS);
  private slots = FIRST_SLOTS;
  private used = 0;
  private halvings = 0;
  private readonly rest = new ChainRest();
  private readonly mostArticles: number;
  private repeats = 0;

  constructor(mostArticles = MOST_ARTICLES) {
    this.mostArticles = mostArticles;
  }

  get size(): number {
    return this.used;
  }

  get oneIn(): number {
    return 2 ** this.halvings;
  }

  get repeated(): number {
    return this.repeats;
  }

  get notFollowed(): number {
    return this.rest.refused;
  }

  /** A line that has a number. */
  addNumber(line: ChainLine): void {
    const slot = this.slotOf(line.article);
    if (slot < 0) return;
    const { last, states, receivedAt } = this.columns;
    if (!this.addToChain(slot, line.number)) this.repeats++;
    const packed = packStates(line);
    const before = last[slot] ?? 0;
    if (line.number > before) {
      last[slot] = line.number;
      states[slot] = packed;
    } else if (line.number === before && packed > (states[slot] ?? 0)) states[slot] = packed;
    if (line.number === 1) receivedAt[slot] = earlier(receivedAt[slot] ?? Number.NaN, line.time);
  }

  addStart(article: string, run: number, attempt: number, time: number): void {
    const slot = this.slotOf(article);
    if (slot < 0) return;
    const { startedAt } = this.columns;
    startedAt[slot] = earlier(startedAt[slot] ?? Number.NaN, time);
    this.addAttempt('started', slot, run, attempt);
  }

  addEnd(article: string, run: number, attempt: number): void {
    const slot = this.slotOf(article);
    if (slot >= 0) this.addAttempt('ended', slot, run, attempt);
  }

  /** Every article, in no order that means anything. */
  *read(): Generator<ArticleRow> {
    for (let slot = 0; slot < this.slots; slot++) if (this.isUsed(slot)) yield this.readSlot(slot);
  }

  private readSlot(slot: number): ArticleRow {
    const column = <Name extends keyof Columns>(name: Name): number => this.columns[name][slot] ?? 0;
    const rest = this.rest.read(column('high'), column('low'));
    const low = column('numbers');
    const high = column('moreNumbers');
    const distinct = countBits(low) + countBits(high) + rest.numbers;
    const inBits = low === 0 ? WORD + lowestBit(high) : lowestBit(low);
    const first = low === 0 && high === 0 ? rest.first : inBits;
    const states = column('states');
    const review = Math.floor(states / DELIVERY_STATES.length);
    const open = (column('started') & ~column('ended')) >>> 0;
    const top = column('started') === 0 ? 0 : WORD - Math.clz32(column('started'));
    const newest = top === 0 ? 0 : keyOfAttempt(Math.floor((top - 1) / ATTEMPTS) + 1, ((top - 1) % ATTEMPTS) + 1);
    const isNewestOpen = newest > rest.newest ? (open & bitOf(top - 1)) !== 0 : rest.isNewestOpen;
    return {
      first,
      last: column('last'),
      // What was refused for want of room counts as there.
      missing: distinct === 0 ? 0 : Math.max(0, column('last') - first + 1 - distinct - rest.refused),
      processing: Math.floor(review / REVIEW_STATES.length),
      review: review % REVIEW_STATES.length,
      delivery: states % DELIVERY_STATES.length,
      receivedAt: column('receivedAt'),
      startedAt: column('startedAt'),
      unended: countBits(open) + rest.unended,
      unendedLast: Number(isNewestOpen),
    };
  }

  private isUsed(slot: number): boolean {
    return this.columns.high[slot] !== 0 || this.columns.low[slot] !== 0;
  }

  /** False when the number had been there. */
  private addToChain(slot: number, number: number): boolean {
    const { numbers, moreNumbers, high, low } = this.columns;
    if (number > BITS) return this.rest.addNumber(high[slot] ?? 0, low[slot] ?? 0, number);
    const column = number > WORD ? moreNumbers : numbers;
    const bit = bitOf((number - 1) % WORD);
    const before = column[slot] ?? 0;
    column[slot] = (before | bit) >>> 0;
    return (before & bit) === 0;
  }

  private addAttempt(what: 'started' | 'ended', slot: number, run: number, attempt: number): void {
    const { high, low, [what]: column } = this.columns;
    if (run > RUNS || attempt > ATTEMPTS || attempt < 1)
      this.rest.addAttempt(what, high[slot] ?? 0, low[slot] ?? 0, run, attempt);
    else column[slot] = ((column[slot] ?? 0) | bitOf((run - 1) * ATTEMPTS + attempt - 1)) >>> 0;
  }

  private isSampled(low: number): boolean {
    return low % 2 ** this.halvings === 0;
  }

  /** The slot of an article, a new one if need be; -1 when it is not in the sample. */
  private slotOf(article: string): number {
    const { high, low } = hashName(article);
    // Two zeros say that a slot is free.
    const marked = high === 0 && low === 0 ? 1 : high;
    if (!this.isSampled(low)) return -1;
    const found = this.find(marked, low);
    if (this.isUsed(found)) return found;
    if (this.used >= this.mostArticles) {
      this.halve();
      return this.slotOf(article);
    }
    if (this.used >= this.slots * FULLEST) {
      this.rebuild(this.slots * 2);
      return this.slotOf(article);
    }
    this.used++;
    this.columns.high[found] = marked;
    this.columns.low[found] = low;
    return found;
  }

  /** Where a hash stands, or the free slot where it would. */
  private find(high: number, low: number): number {
    const columns = this.columns;
    let slot = high & (this.slots - 1);
    for (; this.isUsed(slot); slot = (slot + 1) & (this.slots - 1)) {
      if (columns.high[slot] === high && columns.low[slot] === low) return slot;
    }
    return slot;
  }

  private halve(): void {
    this.halvings++;
    this.rest.keep((low) => this.isSampled(low));
    this.rebuild(this.slots);
  }

  /** Moves what is in the sample to a new table. */
  private rebuild(slots: number): void {
    const old = this.columns;
    const length = this.slots;
    this.columns = createColumns(slots);
    this.slots = slots;
    this.used = 0;
    const names = Object.keys(old) as (keyof Columns)[];
    for (let from = 0; from < length; from++) {
      const [high, low] = [old.high[from] ?? 0, old.low[from] ?? 0];
      if ((high === 0 && low === 0) || !this.isSampled(low)) continue;
      const to = this.find(high, low);
      for (const name of names) this.columns[name][to] = old[name][from] ?? 0;
      this.used++;
    }
  }
}
