import type { NameForm } from './name-form.ts';
import { shareSentence } from './share-sentence.ts';

const startOf = (form: NameForm): number => form.mentions[0]?.start ?? 0;

/**
 * Whether a name that lacks the number or "Jr." of another may be that of somebody else, for which the other has it. It is the same person
 * where the number was told first, and no full names share a sentence. A reign is told by its title: "King Tibor" before "King Tibor III"
 * is he, a "Prince Tibor" is not.
 */
export function mayBeNamesake(plain: NameForm, numbered: NameForm): boolean {
  if ([...plain.reigns].some((title) => numbered.reigns.has(title))) return false;
  if (numbered.reigns.size > 0 && plain.titledMentions > 0) return true;
  return startOf(numbered) > startOf(plain) || (plain.words.length > 1 && shareSentence(plain, numbered));
}
