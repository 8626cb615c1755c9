import type { NamedSpan } from '../named-span.ts';
import { definesAcronym } from './defines-acronym.ts';
import { nameKey, spellOut } from './name-key.ts';
import type { ReadName } from './read-name.ts';

/** A name as it stands in the text. */
interface PlacedName extends ReadName {
  readonly span: NamedSpan;
}

/** From where on an acronym stands for the name of a key. */
interface Meaning {
  readonly from: number;
  readonly key: string;
}

/** Longest text between a name and its acronym. */
const MAX_GAP = 16;
/** Meanings of one acronym that are kept. */
const MAX_MEANINGS = 8;

/** What acronyms stand for in one text by the text itself, whatever they stand for elsewhere. */
export class DefinedAcronyms {
  /** By the folded acronym, in order of place. */
  readonly #meanings = new Map<string, Meaning[]>();

  /** Reads the definitions among names that are in order of place. Linear. */
  constructor(text: string, names: readonly PlacedName[]) {
    for (const [at, second] of names.entries()) {
      const first = names[at - 1];
      const length = first ? second.span.start - first.span.end : 0;
      if (!first || length < 1 || length > MAX_GAP) continue;
      const gap = text.slice(first.span.end, second.span.start);
      const [a, b] = [first, second].map((name) => ({ ...name, type: name.span.type }));
      if (a && b && definesAcronym(gap, b, a)) this.#add(second, first, first.span.start);
      else if (a && b && definesAcronym(gap, a, b)) this.#add(first, second, first.span.start);
    }
  }

  #add(short: PlacedName, full: PlacedName, from: number): void {
    const { words, isShortened, span } = full;
    const acronym = short.acronym.toLowerCase();
    const known = this.#meanings.get(acronym) ?? [];
    const key = nameKey(spellOut(words, span.type, isShortened), span.type);
    if (known.length < MAX_MEANINGS && known.at(-1)?.key !== key) this.#meanings.set(acronym, [...known, { from, key }]);
  }

  /**
   * Key of the name for which a folded acronym stands at a place: by the last definition before it, else by the first. Undefined
   * without any, and where it says what everybody knows.
   */
  meaningOf(acronym: string, at: number): string | undefined {
    const meanings = this.#meanings.get(acronym);
    const key = (meanings?.findLast(({ from }) => from <= at) ?? meanings?.[0])?.key;
    return key === undefined || key === nameKey(spellOut([acronym], 'LOC', true), 'LOC') ? undefined : key;
  }
}
