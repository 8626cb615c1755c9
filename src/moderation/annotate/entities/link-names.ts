import { LEXICON } from './lexicon.ts';
import { type NameForm, type NameTable, nameKey } from './name-table.ts';
import { chooseType } from './type-weights.ts';

/** Forms of a name by the form they belong to. */
export type NameLinks = ReadonlyMap<string, string>;

const ACRONYM = /^\p{Lu}{2,8}$/u;
const OPEN = /^\s?\($/u;
const LINK_WORDS: ReadonlySet<string> = new Set(['of', 'for', 'the', 'and', 'de', 'la', 'du', 'des']);
/** Evidence for another type above which a single name is not taken for a surname. */
const STRONG = 4;

function initials(words: readonly string[], withLinks: boolean): string {
  const counted = withLinks ? words : words.filter((word) => !LINK_WORDS.has(word.toLowerCase()));
  return counted.map((word) => word.slice(0, 1).toUpperCase()).join('');
}

function spells(acronym: string, words: readonly string[]): boolean {
  return words.length > 1 && (initials(words, false) === acronym || initials(words, true) === acronym);
}

/** Name forms that a short form may stand for, by that short form. */
function addTo(index: Map<string, NameForm[]>, key: string, form: NameForm): void {
  const known = index.get(key);
  if (known) known.push(form);
  else index.set(key, [form]);
}

function indexShortForms(table: NameTable): ReadonlyMap<string, readonly NameForm[]> {
  const index = new Map<string, NameForm[]>();
  for (const form of table.values()) {
    if (form.words.length < 2) continue;
    const [plain, full] = [initials(form.words, false), initials(form.words, true)];
    const type = chooseType(form.weights);
    const last = form.words.at(-1) ?? '';
    if (type !== 'PER') for (const key of new Set([plain, full])) addTo(index, key, form);
    if (type === 'PER') addTo(index, nameKey([last]), form);
    if (type === 'ORG' && LEXICON.legalSuffixes.has(last)) addTo(index, nameKey(form.words.slice(0, -1)), form);
  }
  return index;
}

const firstStart = (form: NameForm): number => form.spans[0]?.start ?? 0;

function mayStandFor(short: NameForm, full: NameForm): boolean {
  if (ACRONYM.test(short.key) && spells(short.key, full.words)) return true;
  if (firstStart(full) > firstStart(short)) return false;
  if (chooseType(full.weights) === 'ORG') return true;
  const best = Math.max(short.weights.LOC, short.weights.ORG, short.weights.MISC) / short.spans.length;
  return chooseType(short.weights) === 'PER' || best < STRONG;
}

/** Full names that define their short form themselves: "European Union (EU)". The letters must stand in the name in order. */
function findDefined(text: string, table: NameTable): Map<string, string> {
  const links = new Map<string, string>();
  const byEnd = new Map([...table.values()].flatMap((form) => form.spans.map((span) => [span.end, form] as const)));
  for (const short of table.values()) {
    if (!ACRONYM.test(short.key)) continue;
    for (const { start } of short.spans) {
      const full = byEnd.get(start - 2) ?? byEnd.get(start - 1);
      const open = full && OPEN.test(text.slice(byEnd.has(start - 2) ? start - 2 : start - 1, start));
      if (full && open && full.words.length > 1 && holdsInOrder(full.key.toUpperCase(), short.key))
        links.set(short.key, full.key);
    }
  }
  return links;
}

function holdsInOrder(name: string, letters: string): boolean {
  if (!name.startsWith(letters.slice(0, 1))) return false;
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Which short forms stand for which full names: defined by the text, bare acronyms, surnames, firms without their suffix. */
export function linkNames(text: string, table: NameTable): NameLinks {
  const links = findDefined(text, table);
  const index = indexShortForms(table);
  for (const short of table.values()) {
    if (links.has(short.key)) continue;
    const fulls = (index.get(short.key) ?? []).filter((full) => full !== short && mayStandFor(short, full));
    const [full] = fulls;
    if (fulls.length === 1 && full && links.get(full.key) !== short.key) links.set(short.key, full.key);
  }
  return links;
}
