import { ARTICLE_STATES } from '../schema/article-states.ts';
import { type ArticleColumns, ATTEMPTS, BITS, bitOf, createArticleColumns, RUNS, WORD } from './article-columns.ts';
import { ChainRest } from './chain-rest.ts';
import { hashName } from './hash-name.ts';
import { type ArticleRow, readArticleRow } from './read-article-row.ts';

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

/** Articles that are followed at a time; of more, every second one is, chosen by its hash. */
const MOST_ARTICLES = 300_000;
const FIRST_SLOTS = 4_096;
/** Of the slots, so that a search is short. */
const FULLEST = 0.6;
/** Two lines with one number that disagree are not ours to judge, but the order of reading must not decide. */
function packStates({ processing, review, delivery }: ChainLine): number {
  return (processing * ARTICLE_STATES.review.length + review) * ARTICLE_STATES.delivery.length + delivery;
}

const earlier = (held: number, time: number): number => (Number.isNaN(held) || time < held ? time : held);

/**
 * What the stream says of each article (one revision), in about a hundred bytes each and whatever order the lines come in: which numbers of
 * its chain there were, where it stands after the last, which attempts began and ended. Beyond `mostArticles` the half with
 * an odd hash is let go, and so on: what is left is a fair sample, and the same one in any order.
 */
export class ArticleTable {
  private columns: ArticleColumns = createArticleColumns(FIRST_SLOTS);
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

  /** A number that stands beyond the stream, of an article that is in it: not missing, if the chain goes on behind it. */
  addBeyond(article: string, number: number): void {
    const { high, low } = hashName(article);
    const slot = this.find(high === 0 && low === 0 ? 1 : high, low);
    if (this.isUsed(slot) && number < (this.columns.last[slot] ?? 0)) this.addToChain(slot, number);
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
    for (let slot = 0; slot < this.slots; slot++) {
      if (!this.isUsed(slot)) continue;
      const column = (name: keyof ArticleColumns): number => this.columns[name][slot] ?? 0;
      yield readArticleRow(column, this.rest.read(column('high'), column('low')));
    }
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
    this.columns = createArticleColumns(slots);
    this.slots = slots;
    this.used = 0;
    const names = Object.keys(old) as (keyof ArticleColumns)[];
    for (let from = 0; from < length; from++) {
      const [high, low] = [old.high[from] ?? 0, old.low[from] ?? 0];
      if ((high === 0 && low === 0) || !this.isSampled(low)) continue;
      const to = this.find(high, low);
      for (const name of names) this.columns[name][to] = old[name][from] ?? 0;
      this.used++;
    }
  }
}
