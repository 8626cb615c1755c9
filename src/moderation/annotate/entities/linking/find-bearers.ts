import { isShortPerson } from './is-short-person.ts';
import { listNearSpellings } from './list-near-spellings.ts';
import { SHORT_KINDS } from './list-short-names.ts';
import { mayAbbreviate } from './may-abbreviate.ts';
import { mayBeNamesake } from './may-be-namesake.ts';
import { mayStandFor } from './may-stand-for.ts';
import type { NameForm } from './name-form.ts';
import { MAX_BEARERS, type NameIndex } from './name-index.ts';
import { readSuffix } from './read-suffix.ts';
import { shareSentence } from './share-sentence.ts';
import { spellsName } from './spells-name.ts';
import { trimByname } from './trim-byname.ts';

const LOWER = /\p{Ll}/gu;

function bearersOfAcronym(short: NameForm, { acronyms }: NameIndex): readonly NameForm[] {
  const { acronym, words } = short;
  if (acronym === '' || words.length > 1) return [];
  const isKind = (full: NameForm): boolean => mayAbbreviate(short, full);
  const exact = (acronyms.get(acronym.toLowerCase()) ?? []).filter(isKind);
  const capitals = acronym.replaceAll(LOWER, '');
  if (exact.length > 0 || capitals.length === acronym.length) return exact;
  return (acronyms.get(capitals.toLowerCase()) ?? []).filter((full) => isKind(full) && spellsName(acronym, full.words));
}

/** Whether two names of a person have the same number or "Jr.", or only the fuller one has it. */
function maySuffixesAgree(short: NameForm, full: NameForm): boolean {
  const [some, all] = [readSuffix(short.words), readSuffix(full.words)];
  return some === all || (some === '' && !mayBeNamesake(short, full));
}

/**
 * Whether a person is called "Sr." by another given name: "William Quill Sr." beside "Bill Quill". Who says "Sr." thinks of a son, whose the
 * other name is likelier.
 */
function isOtherThanSenior({ words: [given = ''] }: NameForm, { words }: NameForm): boolean {
  return readSuffix(words) === 'sr' && given.length > 1 && given !== words[0];
}

/** Two full names in one sentence are two persons. */
function bearersOfPerson(short: NameForm, { persons }: NameIndex): readonly NameForm[] {
  const namesakes = short.type === 'PER' ? (persons.get(trimByname(short.words).at(-1) ?? '') ?? []) : [];
  const fuller = namesakes.filter((full) => isShortPerson(short, full));
  // The plain name may be the father's as well, so that only another number tells the son.
  const isSon = readSuffix(short.words) === '' && fuller.some((full) => isOtherThanSenior(short, full));
  const likely = isSon ? fuller.filter(({ words }) => !['', 'sr'].includes(readSuffix(words))) : fuller;
  return likely.filter((full) => maySuffixesAgree(short, full) && !shareSentence(short, full));
}

function bearersOfShortName(short: NameForm, { shortNames }: NameIndex): readonly NameForm[] {
  const all = shortNames.get(short.key) ?? [];
  // A full name that a father and a son bear is neither's; a king's alone is that of the one whom the text speaks of.
  const isShared = short.words.length > 1 && all.filter(({ kind }) => kind === 'plain').length > 1;
  const candidates = all.filter(({ full, kind }) => !(isShared && kind === 'plain') && mayStandFor(short, full, kind));
  const kind = SHORT_KINDS.find((known) => candidates.some((candidate) => candidate.kind === known));
  return candidates.filter((candidate) => candidate.kind === kind).map(({ full }) => full);
}

/** The name behind a title, for the bare one that nobody is known to bear in full. */
function bearersOfTitled({ key, type, titledMentions }: NameForm, { titled }: NameIndex): readonly NameForm[] {
  return type === 'PER' && titledMentions === 0 ? (titled.get(key) ?? []) : [];
}

/** A form that stands once may be a slip for one that stands more often, unless it is a word by itself or stands beside the other. */
function bearersOfSlip(short: NameForm, { nearSpellings }: NameIndex): readonly NameForm[] {
  if (short.mentions.length > 1) return [];
  const near = listNearSpellings(short, (word) => !short.knownWords.has(word)).flatMap((key) => nearSpellings.get(key) ?? []);
  return [...new Set(near)].filter((full) => full.mentions.length > 1 && !shareSentence(short, full));
}

/** The full forms that a form may stand for, of the most trusted way to shorten a name only; none when there are too many. */
export function findBearers(short: NameForm, index: NameIndex): readonly NameForm[] {
  for (const find of [bearersOfAcronym, bearersOfPerson, bearersOfShortName, bearersOfTitled, bearersOfSlip]) {
    const bearers = find(short, index);
    if (bearers.length > 0) return bearers.length > MAX_BEARERS ? [] : bearers;
  }
  return [];
}
