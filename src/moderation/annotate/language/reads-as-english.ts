import type { Language } from '../../model/annotation.ts';

/** Score of a language other than English from which a text is not read as English. */
const MIN_FOREIGN = 0.6;
/** Letters from which a language is trusted. */
const MIN_TRUSTED = 60;
const SAMPLE_LENGTH = 5000;

/** True when our English rules apply: English, or too short to tell and not in another script. */
export function readsAsEnglish(language: Language, text: string): boolean {
  if (language.code === 'en' || language.code === 'und') return true;
  const sample = text.slice(0, SAMPLE_LENGTH);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return false;
  return language.confidence < MIN_FOREIGN || letters < MIN_TRUSTED;
}
