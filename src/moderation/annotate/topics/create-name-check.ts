import nameKinds from '../../../../models/name-kinds.json' with { type: 'json' };
import type { Entity } from '../../model/annotation.ts';
import type { Span } from '../../model/span.ts';
import { stemWord } from './stem-word.ts';

/** What is asked of a term: its place, whether its capitals count, and its stem where it is one single word. */
interface FoundTerm extends Span {
  readonly isCased: boolean;
  readonly stem: string | undefined;
}

/** Words that say what a name names, by their stems. */
const KINDS: ReadonlySet<string> = new Set([...nameKinds.kinds, ...nameKinds.subjects].map(stemWord));

/** How a term stands: in no name, as a part of one that says what it names, or as one that is not to be read. */
type NamePlace = 'outside' | 'inside' | 'silent';

/**
 * Makes a check that says whether a term speaks although names stand in the text: Ada Bishop is no bishop, and Saltby Rovers
 * are no vehicles. Inside a person's name only terms whose capitals count speak; inside another name of two and more words,
 * or a short form of one, also phrases and words of `models/name-kinds.json`. To be asked in the order of the text.
 */
export function createNameCheck(entities: readonly Entity[]): (term: FoundTerm) => NamePlace {
  const names = entities
    .flatMap(({ type, name, mentions }) => {
      const isPerson = type === 'PER';
      return isPerson || name.includes(' ') ? mentions.map(({ start, end }) => ({ start, end, isPerson })) : [];
    })
    .sort((a, b) => a.start - b.start);
  let at = 0;
  return ({ start, end, isCased, stem }) => {
    while ((names[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    const name = names[at];
    if (name === undefined || name.start > start || name.end < end) return 'outside';
    return isCased || (!name.isPerson && (stem === undefined || KINDS.has(stem))) ? 'inside' : 'silent';
  };
}
