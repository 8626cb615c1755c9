import type { NamedSpan } from '../named-span.ts';
import type { NameForm } from './name-form.ts';
import { spellsName } from './spells-name.ts';

/** Two forms of which the text itself says that they are one. */
export interface Definition {
  readonly short: NameForm;
  readonly full: NameForm;
}

/** Longest text between a name and its definition. */
const MAX_GAP = 32;
const BEFORE_ACRONYM = /^(?: ?\((?:the |or )?["“'‘]?|, or (?:the )?)$/u;
const BEFORE_NAME =
  /^,? ?\(?(?:(?:also|formerly|previously|better|once|now|locally|sometimes) )?(?:known|called) as (?:the )?["“'‘]?$|^ \(formerly (?:the )?$/u;

interface Placed {
  readonly form: NameForm;
  readonly span: NamedSpan;
}

function relate(gap: string, first: Placed, second: Placed): Definition | undefined {
  const [a, b] = [first.form, second.form];
  if (BEFORE_ACRONYM.test(gap)) {
    if (b.acronym !== '' && spellsName(b.acronym, a.words)) return { short: b, full: a };
    if (a.acronym !== '' && spellsName(a.acronym, b.words)) return { short: a, full: b };
  }
  return BEFORE_NAME.test(gap) && first.span.type === second.span.type ? { short: b, full: a } : undefined;
}

/** What the text defines: "European Union (EU)", "EU (European Union)", "the EU, or European Union", "Aldane, also known as Oldane". */
export function findDefinitions(text: string, forms: readonly NameForm[]): readonly Definition[] {
  const placed = forms.flatMap((form) => form.mentions.map((span) => ({ form, span })));
  placed.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return placed.flatMap((second, at) => {
    const first = placed[at - 1];
    const length = first ? second.span.start - first.span.end : 0;
    if (!first || length < 1 || length > MAX_GAP) return [];
    const definition = relate(text.slice(first.span.end, second.span.start), first, second);
    return definition && definition.short !== definition.full ? [definition] : [];
  });
}
