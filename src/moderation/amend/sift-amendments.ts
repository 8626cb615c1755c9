import type { Amendment, AmendmentReason } from '../model/amendment.ts';
import type { Span } from '../model/span.ts';
import { AMENDMENT_LIMITS } from './amendment-limits.ts';

/** Amendments in order of id, those that can have no effect apart. */
export interface SiftedAmendments {
  readonly sorted: readonly Amendment[];
  readonly refused: ReadonlyMap<Amendment, AmendmentReason>;
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

function splitsCharacter(text: string, at: number): boolean {
  return isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1));
}

/** Half a character would make another one with its neighbour; NUL can stand in no page and no Markdown. */
const isWellFormed = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

function findSpanFault({ start, end }: Span, original: string): AmendmentReason | undefined {
  const isInside = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end <= original.length;
  if (!isInside || end <= start) return 'out_of_range';
  return splitsCharacter(original, start) || splitsCharacter(original, end) ? 'splits_character' : undefined;
}

function findFault(amendment: Amendment, original: string): AmendmentReason | undefined {
  if (amendment.kind === 'replace' && amendment.text.length > AMENDMENT_LIMITS.text) return 'too_large';
  if (amendment.kind === 'replace' && !isWellFormed(amendment.text)) return 'ill_formed_text';
  // The finding or entity that it names tells whether a span is right; an inserted character has an empty one.
  const isPlace = amendment.kind === 'restore' || amendment.kind === 'remove' || amendment.kind === 'replace';
  return isPlace ? findSpanFault(amendment, original) : undefined;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A total order of what may stand in a list: those that compare as equal are equal. */
function sortAmendments(amendments: readonly Amendment[]): readonly Amendment[] {
  const keyed = amendments.map((amendment) => ({ amendment, key: JSON.stringify(Object.entries(amendment).sort()) }));
  return keyed
    .sort((a, b) => compareText(a.amendment.id, b.amendment.id) || compareText(a.key, b.key))
    .map(({ amendment }) => amendment);
}

/** Sorts amendments by id, whatever order they came in, and finds those that can have no effect on this text. */
export function siftAmendments(amendments: readonly Amendment[], original: string): SiftedAmendments {
  const sorted = sortAmendments(amendments);
  const refused = new Map<Amendment, AmendmentReason>();
  let length = 0;
  for (const [index, amendment] of sorted.entries()) {
    const isDouble = sorted[index - 1]?.id === amendment.id || sorted[index + 1]?.id === amendment.id;
    const fault = isDouble ? 'duplicate_id' : findFault(amendment, original);
    const added = !fault && amendment.kind === 'replace' ? amendment.text.length : 0;
    if (index >= AMENDMENT_LIMITS.count) refused.set(amendment, 'too_many');
    else if (fault) refused.set(amendment, fault);
    else if (length + added > AMENDMENT_LIMITS.allText) refused.set(amendment, 'too_large');
    else length += added;
  }
  return { sorted, refused };
}
