import { matchAt } from './match-at.ts';

/** A blank or hyphen and a word or sign of a unit. */
const WORD = /[ \u00a0\u202f-]?([\p{L}°º¢][\p{L}\d°º/²³]{0,14}\.?)/uy;
const BLANK = /[ \u00a0\u202f-]/u;
const MAX_WORDS = 4;

/** What a phrase stands for, and where it ends. */
export interface Phrase<Meaning> {
  readonly meaning: Meaning;
  readonly end: number;
  /** True when nothing stands between it and what comes before. */
  readonly isAttached: boolean;
}

/** The longest phrase of `table`, at most four words, that begins at `at`, or behind the blank or hyphen there. */
export function readPhrase<Meaning>(text: string, at: number, table: ReadonlyMap<string, Meaning>): Phrase<Meaning> | undefined {
  let found: Phrase<Meaning> | undefined;
  let phrase = '';
  let end = at;
  const isAttached = !BLANK.test(text.charAt(at));
  for (let count = 0; count < MAX_WORDS; count++) {
    const word = matchAt(WORD, text, end);
    if (!word?.[1] || (count > 0 && word[0] === word[1])) break;
    phrase += (count > 0 ? ' ' : '') + word[1];
    end += word[0].length;
    const bare = phrase.endsWith('.') ? phrase.slice(0, -1) : phrase;
    const isWhole = table.has(phrase);
    const meaning = table.get(isWhole ? phrase : bare);
    if (meaning !== undefined) found = { meaning, end: isWhole ? end : end - (phrase.length - bare.length), isAttached };
    if (phrase !== bare) break;
  }
  return found;
}
