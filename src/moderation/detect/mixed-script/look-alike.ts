import table from '../../../../models/look-alikes.json' with { type: 'json' };
import { CYRILLIC, FULL_WIDTH, GREEK, LATIN, STYLED, scriptOfLetter } from './script-of-letter.ts';

/** The letter that a foreign one is taken for, and whether the two have one shape. */
interface LookAlike {
  readonly letter: string;
  readonly isSame: boolean;
}

type Table = ReadonlyMap<string, LookAlike>;

function readTable({ same, near }: { readonly same: readonly string[]; readonly near: readonly string[] }): Table {
  const read = (lines: readonly string[], isSame: boolean): readonly (readonly [string, LookAlike])[] =>
    lines.flatMap((line) => line.split(' ')).map((pair) => [pair.charAt(0), { letter: pair.charAt(1), isSame }] as const);
  return new Map([...read(near, false), ...read(same, true)]);
}

const TABLES: ReadonlyMap<number, Table> = new Map([
  [LATIN, readTable(table.latin)],
  [CYRILLIC, readTable(table.cyrillic)],
  [GREEK, readTable(table.greek)],
]);

/** Letters that others are taken for, by script: they do not say which alphabet a word is of. */
const TWINS: ReadonlySet<string> = new Set([...TABLES.values()].flatMap((letters) => [...letters.keys()]));

/** Does this letter tell the alphabet of its word, because it looks like no other? */
export function isUnlike(letter: string): boolean {
  return !TWINS.has(letter);
}

/** What `letter` of another script is taken for in a word of `script`; nothing when it looks like none of its letters. */
export function lookAlike(letter: string, script: number): LookAlike | undefined {
  const own = scriptOfLetter(letter.codePointAt(0) ?? 0);
  if (script === LATIN && (own === FULL_WIDTH || own === STYLED)) return { letter: letter.normalize('NFKC'), isSame: true };
  return TABLES.get(script)?.get(letter);
}
