import type { EntityType } from '../../../model/annotation.ts';
import { spellsName } from './spells-name.ts';

/** What stands between a name and its acronym in either order: "European Union (EU)", "the EU, or European Union". */
const BETWEEN = /^(?: ?\((?:the |or )?["“'‘]?|, or (?:the )?)$/u;

/** What is looked at of a name; `acronym` as `ReadName` gives it, empty without one. */
interface NamedWords {
  readonly words: readonly string[];
  readonly acronym: string;
  readonly type: EntityType;
}

/**
 * Whether a text defines the acronym `short` for `full` with `gap` between the two, whichever stands first. An acronym beside a person's
 * name is mostly what the person belongs to: "Ada Bea Quill (ABQ)".
 */
export function definesAcronym(gap: string, short: NamedWords, full: NamedWords): boolean {
  const isKind = full.type !== 'PER' || short.type === 'PER';
  return short.acronym !== '' && isKind && BETWEEN.test(gap) && spellsName(short.acronym, full.words);
}
