import { readWords, type TopicWord } from './read-words.ts';
import { stemWord } from './stem-word.ts';

/** How much a term says for a concept, by its row. */
export interface Claim {
  readonly concept: number;
  readonly weight: number;
  /** True for a word of a definition, which counts only beside another term of the concept. */
  readonly isSupport?: boolean;
}

/** A term of the table; one without claims speaks for nothing and only keeps its words from speaking. */
export interface Term {
  readonly claims: Claim[];
}

interface Entry extends Term {
  /** The words as written where capitals count, else nothing. */
  readonly cased: readonly string[] | undefined;
}

/** A term found: rows `[from, to)` of the words. */
export interface TermMatch {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/** The words of a term. */
interface Spelling {
  readonly stems: readonly string[];
  readonly cased: readonly string[] | undefined;
}

const PLAIN = /^[a-z]{1,40}(?: [a-z]{1,40})*$/u;
const CAPITAL = /\p{Lu}/u;
/** A term of more words is cut, so that a search is never longer. */
const MAX_WORDS = 8;

function isCasedAs(written: string, found: string): boolean {
  return !CAPITAL.test(written) || found === written;
}

function isSpelled({ cased }: Entry, text: string, words: readonly TopicWord[], from: number): boolean {
  return (
    cased?.every((written, at) => {
      const word = words[from + at];
      return word !== undefined && isCasedAs(written, text.slice(word.start, word.end));
    }) ?? true
  );
}

function isSame(entry: Entry, cased: readonly string[] | undefined): boolean {
  if (entry.cased === undefined || cased === undefined) return entry.cased === cased;
  return entry.cased.every((written, at) => written === cased[at]);
}

/** Terms by the stems of their words; the longest wins, so a part of a phrase never speaks by itself. */
export class TermTable {
  /** By the stems joined by blanks. */
  readonly #entries = new Map<string, Entry[]>();
  /** Words of the longest term that begins with a stem. */
  readonly #lengths = new Map<string, number>();
  readonly #stems = new Map<string, string>();

  /** Adds what a term claims. Nothing happens for a term without a word. */
  add(text: string, claim: Claim | undefined): void {
    const { stems, cased } = PLAIN.test(text) ? this.#readPlain(text) : this.#readAny(text);
    const [first] = stems;
    if (first === undefined) return;
    if (stems.length > (this.#lengths.get(first) ?? 0)) this.#lengths.set(first, stems.length);
    const { claims } = this.#entryOf(stems.length === 1 ? first : stems.join(' '), cased);
    if (claim === undefined) return;
    const known = claims.length === 0 ? -1 : claims.findIndex(({ concept }) => concept === claim.concept);
    if (known < 0) claims.push(claim);
    else if ((claims[known]?.weight ?? 0) < claim.weight) claims[known] = claim;
  }

  /** Most terms are words of small basic letters: those are read without an expression for all alphabets. */
  #readPlain(text: string): Spelling {
    const stems = text.split(' ', MAX_WORDS).map((word) => {
      const known = this.#stems.get(word);
      if (known !== undefined) return known;
      const stem = stemWord(word);
      this.#stems.set(word, stem);
      return stem;
    });
    return { stems, cased: undefined };
  }

  #readAny(text: string): Spelling {
    const words = readWords(text, 0, text.length, this.#stems).slice(0, MAX_WORDS);
    const cased = CAPITAL.test(text) ? words.map(({ start, end }) => text.slice(start, end)) : undefined;
    return { stems: words.map(({ stem }) => stem), cased };
  }

  #entryOf(key: string, cased: readonly string[] | undefined): Entry {
    const entry: Entry = { cased, claims: [] };
    const entries = this.#entries.get(key);
    if (!entries) {
      this.#entries.set(key, [entry]);
      return entry;
    }
    const known = entries.find((other) => isSame(other, cased));
    if (known) return known;
    // Those whose capitals count are asked first.
    if (cased) entries.unshift(entry);
    else entries.push(entry);
    return entry;
  }

  /** The terms in the words of a block, the longest at each place, none over another. Rows times the longest term. */
  find(text: string, words: readonly TopicWord[]): readonly TermMatch[] {
    const found: TermMatch[] = [];
    for (let row = 0; row < words.length; ) {
      const match = this.#longestAt(text, words, row);
      if (match) found.push(match);
      row = match?.to ?? row + 1;
    }
    return found;
  }

  #longestAt(text: string, words: readonly TopicWord[], from: number): TermMatch | undefined {
    let key = words[from]?.stem ?? '';
    const longest = this.#lengths.get(key) ?? 0;
    let best: TermMatch | undefined;
    for (let to = from + 1; to <= from + longest; to++) {
      const term = this.#entries.get(key)?.find((entry) => isSpelled(entry, text, words, from));
      if (term) best = { term, from, to };
      const word = to < words.length ? words[to] : undefined;
      if (!word?.follows) break;
      key = `${key} ${word.stem}`;
    }
    return best;
  }
}
