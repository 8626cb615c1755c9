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
  /** The words as written where capitals count, else nothing. */
  readonly cased: readonly string[] | undefined;
}

interface Entry extends Term {
  /** The next entry of the same stems: those whose capitals count come first. */
  next: Entry | undefined;
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

const PLAIN = /^[A-Za-z]{1,40}(?: [A-Za-z]{1,40})*$/;
const PLAIN_CAPITAL = /[A-Z]/;
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

/** Of the claims of one concept the greatest stays. */
function addClaim(claims: Claim[], claim: Claim): void {
  const last = claims.at(-1);
  if (last?.concept !== claim.concept) claims.push(claim);
  else if (last.weight < claim.weight) claims[claims.length - 1] = claim;
}

/** What begins with some stems: the terms of just these, and what goes on from them by the next stem. */
interface Branch {
  entry: Entry | undefined;
  next: Map<string, Branch> | undefined;
}

/** Puts an entry whose capitals count before those of the same stems, another behind them. */
function append(branch: Branch, entry: Entry): void {
  if (branch.entry === undefined || entry.cased) {
    entry.next = branch.entry;
    branch.entry = entry;
    return;
  }
  let last = branch.entry;
  while (last.next) last = last.next;
  last.next = entry;
}

/** The longest term that begins at row `from`, whose branch is given. */
function longestAt(first: Branch, text: string, words: readonly TopicWord[], from: number): TermMatch | undefined {
  let best: TermMatch | undefined;
  let branch: Branch | undefined = first;
  for (let to = from + 1; branch; to++) {
    let term = branch.entry;
    while (term && !isSpelled(term, text, words, from)) term = term.next;
    if (term) best = { term, from, to };
    const word: TopicWord | undefined = branch.next && to < words.length ? words[to] : undefined;
    branch = word?.follows ? branch.next?.get(word.stem) : undefined;
  }
  return best;
}

/** Terms by the stems of their words; the longest wins, so a part of a phrase never speaks by itself. */
export class TermTable {
  readonly #branches = new Map<string, Branch>();
  readonly #stems = new Map<string, string>();

  /** Adds what a term claims; all terms of a concept are added one after the other. Nothing happens for a term without a word. */
  add(text: string, claim: Claim | undefined): void {
    const { stems, cased } = PLAIN.test(text) ? this.#readPlain(text) : this.#readAny(text);
    const branch = this.#grow(stems);
    if (branch === undefined) return;
    let known = branch.entry;
    while (known && !isSame(known, cased)) known = known.next;
    if (known === undefined) append(branch, { cased, claims: claim ? [claim] : [], next: undefined });
    else if (claim) addClaim(known.claims, claim);
  }

  /** Most terms are words of basic letters: those are read without an expression for all alphabets. */
  #readPlain(text: string): Spelling {
    const words = text.includes(' ') ? text.split(' ', MAX_WORDS) : [text];
    return { stems: words.map((word) => this.#stem(word)), cased: PLAIN_CAPITAL.test(text) ? words : undefined };
  }

  #stem(word: string): string {
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    const stem = stemWord(word.toLowerCase());
    this.#stems.set(word, stem);
    return stem;
  }

  #readAny(text: string): Spelling {
    const words = readWords(text, 0, text.length).slice(0, MAX_WORDS);
    const cased = CAPITAL.test(text) ? words.map(({ start, end }) => text.slice(start, end)) : undefined;
    return { stems: words.map(({ stem }) => stem), cased };
  }

  /** The branch of these stems, made where there is none; nothing without stems. */
  #grow(stems: readonly string[]): Branch | undefined {
    let branch: Branch | undefined;
    for (const stem of stems) {
      let from = this.#branches;
      if (branch) {
        branch.next ??= new Map();
        from = branch.next;
      }
      branch = from.get(stem);
      if (branch) continue;
      branch = { entry: undefined, next: undefined };
      from.set(stem, branch);
    }
    return branch;
  }

  /** The terms in the words of a block, the longest at each place, none over another. Rows times the longest term. */
  find(text: string, words: readonly TopicWord[]): readonly TermMatch[] {
    const found: TermMatch[] = [];
    for (let row = 0; row < words.length; ) {
      const branch = this.#branches.get(words[row]?.stem ?? '');
      const match = branch && longestAt(branch, text, words, row);
      if (match) found.push(match);
      row = match?.to ?? row + 1;
    }
    return found;
  }
}
