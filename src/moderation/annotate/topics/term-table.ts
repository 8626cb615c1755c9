import { readWords, type TopicWord } from './read-words.ts';

/** How much a term says for a concept, by its row. */
export interface Claim {
  readonly concept: number;
  readonly weight: number;
}

/** A term of the table; one without claims speaks for nothing and only keeps its words from speaking. */
export interface Term {
  readonly claims: Claim[];
}

interface Entry extends Term {
  /** The words as written where capitals count, else nothing. */
  readonly cased: readonly string[] | undefined;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly entries: Entry[];
}

/** A term found: rows `[from, to)` of the words. */
export interface TermMatch {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

const CAPITAL = /\p{Lu}/u;

const newNode = (): Node => ({ next: new Map(), entries: [] });

function isCasedAs(written: string, found: string): boolean {
  return !CAPITAL.test(written) || found === written;
}

/** Terms by the stems of their words; the longest wins, so a part of a phrase never speaks by itself. */
export class TermTable {
  readonly #root = newNode();

  /** Adds what a term claims. Nothing happens for a term without a word. */
  add(text: string, claim: Claim | undefined): void {
    const words = readWords(text, 0, text.length);
    if (words.length === 0) return;
    let node = this.#root;
    for (const { stem } of words) {
      const next = node.next.get(stem) ?? newNode();
      node.next.set(stem, next);
      node = next;
    }
    const { claims } = this.#entryOf(
      node,
      CAPITAL.test(text) ? words.map(({ start, end }) => text.slice(start, end)) : undefined,
    );
    if (claim === undefined) return;
    const known = claims.findIndex(({ concept }) => concept === claim.concept);
    if (known < 0) claims.push(claim);
    else if ((claims[known]?.weight ?? 0) < claim.weight) claims[known] = claim;
  }

  #entryOf(node: Node, cased: readonly string[] | undefined): Entry {
    const key = cased?.join(' ');
    const known = node.entries.find((entry) => entry.cased?.join(' ') === key);
    if (known) return known;
    const entry: Entry = { cased, claims: [] };
    // Those whose capitals count are asked first.
    if (cased) node.entries.unshift(entry);
    else node.entries.push(entry);
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
    let best: TermMatch | undefined;
    let node = this.#root.next.get(words[from]?.stem ?? '');
    for (let to = from + 1; node; to++) {
      const term = node.entries.find(({ cased }) => isSpelled(cased, text, words, from));
      if (term) best = { term, from, to };
      const word = words[to];
      node = word?.follows ? node.next.get(word.stem) : undefined;
    }
    return best;
  }
}

function isSpelled(cased: readonly string[] | undefined, text: string, words: readonly TopicWord[], from: number): boolean {
  return (
    cased?.every((written, at) => {
      const word = words[from + at];
      return word !== undefined && isCasedAs(written, text.slice(word.start, word.end));
    }) ?? true
  );
}
