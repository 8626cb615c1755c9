import type { Language } from '../../model/annotation.ts';
import { scoreProse } from './score-prose.ts';

/** Letters below which no language is stated. */
const MIN_LETTERS = 20;
/** Letters from which a text is believed more than its markup. */
const MIN_TRUSTED = 60;
/** A declared language may score this much less than the best and is still believed of a short text. */
const DOUBT = 0.1;
const UNDETERMINED: Language = { code: 'und', confidence: 0 };

const round = (score: number): number => Math.round(score * 10_000) / 10_000;

/**
 * The language that a text begins in: its first 350 bytes are read. `confidence` is eld's score of that language, 0 to 1:
 * about .7 to .8 for clean prose of a European language. `und` for texts of fewer than 20 letters. `declared`, what the
 * markup says (ISO 639-1), decides texts of fewer than 60 letters that read nearly as well in it.
 */
export function detectLanguage(text: string, declared?: string): Language {
  const { best, letters, scoreOf } = scoreProse(text);
  if (declared !== undefined && letters > 0 && letters < MIN_TRUSTED && scoreOf(declared) > scoreOf(best) - DOUBT)
    return { code: declared, confidence: round(scoreOf(declared)) };
  return best === 'und' || letters < MIN_LETTERS ? UNDETERMINED : { code: best, confidence: round(scoreOf(best)) };
}
