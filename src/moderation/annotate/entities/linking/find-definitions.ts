import type { NamedSpan } from '../named-span.ts';
import { definesAcronym } from './defines-acronym.ts';
import { isShortPerson } from './is-short-person.ts';
import type { NameForm } from './name-form.ts';
import { VARIANT_WORDS } from './variant-words.ts';

/** Two forms of which the text itself says that they are one. */
export interface Definition {
  readonly short: NameForm;
  readonly full: NameForm;
}

/** Longest text between a name and its definition. */
const MAX_GAP = 48;
/** Nothing but a bracket or a dash stands between two names: the second says the first in other words. */
const SIDE_BY_SIDE = /^\s?[(–—:-]?\s?["“'‘]?$/u;
const PHRASE = /^,? (\(?)(\p{Ll}[\p{Ll}./ ]*?)(?: the)? ?["“'‘]?$/u;

/** The name goes on after what was found of it. */
const GOES_ON = /^[ -]\p{Lu}/u;

interface Placed {
  readonly form: NameForm;
  readonly span: NamedSpan;
}

/** Whether what stands between two names says that the second is another for the first: "(formerly", ", better known as". */
function givesOtherName(gap: string): boolean {
  const [, bracket = '', phrase = ''] = PHRASE.exec(gap) ?? [];
  const { otherNamePhrases, otherNamesInBrackets } = VARIANT_WORDS;
  return otherNamePhrases.has(phrase) || (bracket !== '' && otherNamesInBrackets.has(phrase));
}

function relate(text: string, first: Placed, second: Placed): Definition | undefined {
  const gap = text.slice(first.span.end, second.span.start);
  const [a, b] = [first.form, second.form];
  if (definesAcronym(gap, b, a)) return { short: b, full: a };
  if (definesAcronym(gap, a, b)) return { short: a, full: b };
  if (SIDE_BY_SIDE.test(gap)) {
    if (isShortPerson(b, a)) return { short: b, full: a };
    if (isShortPerson(a, b)) return { short: a, full: b };
  }
  const isWhole = first.span.type === second.span.type && !GOES_ON.test(text.slice(second.span.end, second.span.end + 2));
  return isWhole && givesOtherName(gap) ? { short: b, full: a } : undefined;
}

/**
 * What the text defines: "European Union (EU)", "EU (European Union)", "the EU, or European Union", "Aldane, also known as Oldane",
 * "Ada Quill (Ada Bea Quill)".
 */
export function findDefinitions(text: string, forms: readonly NameForm[]): readonly Definition[] {
  const placed = forms.flatMap((form) => form.mentions.map((span) => ({ form, span })));
  placed.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return placed.flatMap((second, at) => {
    const first = placed[at - 1];
    const length = first ? second.span.start - first.span.end : 0;
    if (!first || length < 1 || length > MAX_GAP) return [];
    const definition = relate(text, first, second);
    return definition && definition.short !== definition.full ? [definition] : [];
  });
}
