import variants from '../../../../../models/name-variants.json' with { type: 'json' };

const set = (words: readonly string[]): ReadonlySet<string> => new Set(words);

/** The word lists of `models/name-variants.json`. Words of the sets are folded as `foldWord` folds them. */
export const VARIANT_WORDS = {
  determiners: set(variants.determiners),
  honorifics: set(variants.honorifics),
  menTitles: set(variants.menTitles),
  womenTitles: set(variants.womenTitles),
  menNames: set(variants.menNames),
  womenNames: set(variants.womenNames),
  /** Words after which a name that may be a place is one. */
  placePrepositions: set(variants.placePrepositions),
  /** Short forms of given names by the given name: "dan" of "daniel". */
  shortGiven: new Map(Object.entries(variants.shortGiven).map(([given, short]) => [given, set(short)])),
  nameSuffixes: set(variants.nameSuffixes),
  /** Those of the suffixes that tell a person from a namesake: "jr", "ii". */
  namesakeSuffixes: set(variants.namesakeSuffixes),
  /** Titles of those who are numbered by their reigns. */
  reignTitles: set(variants.reignTitles),
  particles: set(variants.particles),
  linkWords: set(variants.linkWords),
  legalSuffixes: set(variants.legalSuffixes),
  softSuffixes: set(variants.softSuffixes),
  placeSuffixes: set(variants.placeSuffixes),
  kindPrefixes: set(variants.kindPrefixes),
  placePrefixes: variants.placePrefixes.map((phrase) => phrase.split(' ')),
  turnedHeads: set(variants.turnedHeads),
  otherNamePhrases: set(variants.otherNamePhrases),
  otherNamesInBrackets: set(variants.otherNamesInBrackets),
  genericHeads: set(variants.genericHeads),
  spellings: new Map(Object.entries(variants.spellings)),
  sameNames: variants.sameNames,
  /** The same for places alone; as names of other things their short forms stand for nothing. */
  samePlaces: variants.samePlaces,
} as const;
