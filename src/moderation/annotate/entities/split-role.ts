import { LEXICON } from './lexicon.ts';
import { lookUpName } from './look-up-name.ts';
import { matchRole } from './match-role.ts';
import { NAME_CLASS } from './name-class.ts';
import { toNameKey } from './name-key.ts';
import type { NameToken } from './sequence/name-token.ts';
import type { LabelledName } from './sequence/read-labels.ts';

const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'and']);
const MAX_BEFORE = 4;

/** Row after the role that begins at row `from`, with what a minister answers for; `from` when there is none. */
function skipRole(words: readonly NameToken[], from: number): number {
  let end = from + matchRole(words, from, words.length);
  if (end === from) return from;
  for (let row = end; row < words.length && words[row]?.gap === ' '; row++) {
    const { text } = words[row] ?? { text: '' };
    if (LEXICON.portfolios.has(text)) end = row + 1;
    else if (!LINKS.has(text)) break;
  }
  return end;
}

/** True for words that are a role by themselves but may be a given name here: "Dean Orford". */
function mayBeGiven(words: readonly NameToken[], from: number, end: number): boolean {
  const word = words[from]?.text ?? '';
  if (end - from > 1 || LEXICON.honorifics.has(word.toLowerCase())) return false;
  return (lookUpName(toNameKey(word)) & NAME_CLASS.given) !== 0;
}

/** A name without the role before it; nothing when it is nothing but a part of a role. */
export function splitRole(words: readonly NameToken[], name: LabelledName): LabelledName | undefined {
  for (let from = Math.max(0, name.from - MAX_BEFORE); from < name.from; from++) {
    const end = skipRole(words, from);
    if (end <= name.from) continue;
    if (end >= name.to) return undefined;
    if (name.type === 'PER') return { ...name, from: end };
  }
  const end = skipRole(words, name.from);
  if (end === name.from || mayBeGiven(words, name.from, end)) return name;
  if (name.type === 'PER') return end < name.to ? { ...name, from: end } : undefined;
  return end > name.from + 1 && end >= name.to ? undefined : name;
}
