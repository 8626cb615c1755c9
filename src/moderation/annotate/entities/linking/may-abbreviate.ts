import { isKnownWord } from './is-known-word.ts';
import { CLEAR } from './may-stand-for.ts';
import type { NameForm } from './name-form.ts';

/** Letters of an acronym that many names spell, so that the name must be of its type. */
const FEW_LETTERS = 2;

/**
 * Whether an acronym that the text does not define may stand for a name whose letters it has: one of its type, or of another when its own
 * is in doubt. For a person only letters that are a person's and nothing known: who joined MIT is not MIT.
 */
export function mayAbbreviate({ acronym, type, confidence }: NameForm, full: NameForm): boolean {
  if (full.type === 'PER') return type === 'PER' && !isKnownWord(acronym);
  return full.type === type || (acronym.length > FEW_LETTERS && confidence < CLEAR);
}
