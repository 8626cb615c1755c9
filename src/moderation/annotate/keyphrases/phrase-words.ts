import neverNames from '../../../../models/never-names.json' with { type: 'json' };
import phraseStops from '../../../../models/phrase-stops.json' with { type: 'json' };

const lower = (words: readonly string[]): readonly string[] => words.map((word) => word.toLowerCase());

/** Words that keyphrases are judged by, from `models/phrase-stops.json`, in small letters. */
export const PHRASE_WORDS = {
  /** Never part of a phrase. */
  stops: new Set(lower([...neverNames.functionWords, ...neverNames.calendar, ...phraseStops.words])),
  /** Forms of verbs: they do not begin or end a phrase. */
  verbs: new Set(lower([...phraseStops.verbs, ...phraseStops.pasts])),
  /** Words that only say what kind a thing is: no phrase by themselves, none at its end. */
  qualifiers: new Set(lower(phraseStops.qualifiers)),
  /** Nouns that are no phrase by themselves. */
  weak: new Set(lower(phraseStops.weak)),
  /** Articles and other words that begin a subject or an object. */
  determiners: new Set(lower(phraseStops.determiners)),
  prepositions: new Set(lower(phraseStops.prepositions)),
  /** A verb follows them. */
  beforeVerbs: new Set(lower(phraseStops.beforeVerbs)),
} as const;
