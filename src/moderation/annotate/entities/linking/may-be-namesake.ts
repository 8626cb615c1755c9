import type { NamedSpan } from '../named-span.ts';
import type { NameForm } from './name-form.ts';
import { shareSentence } from './share-sentence.ts';

/**
 * Whether the plain name was told before the numbered one. Titles leave numbers out of names, and so do headings, unless the numbered
 * name is first told in one as well: "Tibor Quill" above a part of the text, "Tibor Quill II" above the next.
 */
function isToldFirst(plain: NameForm, numbered: NameForm): boolean {
  const [told] = numbered.mentions;
  const counts = ({ blockKind }: NamedSpan): boolean =>
    blockKind === 'heading' ? told?.blockKind === 'heading' : blockKind !== 'title';
  const first = plain.mentions.find(counts);
  return first !== undefined && told !== undefined && first.start < told.start;
}

/**
 * Whether a name that lacks the number or "Jr." of another may be that of somebody else, for which the other has it. It is the same person
 * where the number was told first, and no full names share a sentence. A reign is told by its title: "King Tibor" before "King Tibor III"
 * is he, a "Prince Tibor" is not.
 */
export function mayBeNamesake(plain: NameForm, numbered: NameForm): boolean {
  if ([...plain.reigns].some((title) => numbered.reigns.has(title))) return false;
  if (numbered.reigns.size > 0 && plain.titledMentions > 0) return true;
  return isToldFirst(plain, numbered) || (plain.words.length > 1 && shareSentence(plain, numbered));
}
