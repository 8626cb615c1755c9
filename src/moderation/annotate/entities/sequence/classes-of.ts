import { LEXICON } from '../lexicon.ts';

/** Lists of single words that say something about a name beside them, or of which names are made. */
const LISTS = [
  'placeLastWords',
  'placeFirstWords',
  'placeOfWords',
  'placeNounsAfter',
  'placeNounsBefore',
  'organisationLastWords',
  'organisationOfWords',
  'legalSuffixes',
  'organisationNounsBefore',
  'organisationNounsAfter',
  'organisationVerbsBefore',
  'rolesOf',
  'acronymsNever',
  'roles',
  'roleModifiers',
  'honorifics',
  'splittingRoles',
  'portfolios',
  'particles',
  'nameSuffixes',
  'speechVerbs',
  'humanVerbs',
  'greetings',
  'eventLastWords',
  'works',
  'calendar',
  'neverNames',
  'functionWords',
  'compoundEndings',
  'abbreviations',
] as const;

/** The first class of words is numbered after those of the gazetteer. */
const FIRST = 32;

function indexWords(): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [row, list] of LISTS.entries())
    for (const word of LEXICON[list]) {
      const key = word.toLowerCase();
      const known = index.get(key);
      if (known) known.push(FIRST + row);
      else index.set(key, [FIRST + row]);
    }
  return index;
}

const INDEX = indexWords();
const NONE: readonly number[] = [];

/** Numbers of the word lists that hold a word in small letters. */
export const classesOf = (lower: string): readonly number[] => INDEX.get(lower) ?? NONE;
