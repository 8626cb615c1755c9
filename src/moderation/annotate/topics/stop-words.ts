import neverNames from '../../../../models/never-names.json' with { type: 'json' };
import phraseStops from '../../../../models/phrase-stops.json' with { type: 'json' };
import { stemWord } from './stem-word.ts';

/** Stems of words that any text is made of: function words, and verbs and nouns that say nothing of a field. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [...neverNames.functionWords, ...phraseStops.words, ...phraseStops.verbs].map((word) => stemWord(word.toLowerCase())),
);
