import type { AmountValue, Value } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import type { Span } from '../../model/span.ts';
import { CALENDAR } from './dates/calendar.ts';
import type { CalendarDay } from './dates/calendar-day.ts';
import { readDate } from './dates/read-date.ts';
import { listAnchors } from './list-anchors.ts';
import { readAmount } from './read-amount.ts';
import { readNamedMoney, readSignedMoney } from './read-money.ts';
import { readPercent } from './read-percent.ts';
import { readQuantity } from './read-quantity.ts';
import type { Anchor, ReadAmount, ReadValue } from './read-value.ts';

/** UTF-16 code units of text that are read. */
const MAX_LENGTH = 1_000_000;
const MAX_VALUES = 20_000;

/** What its number and the words behind that make of an anchor. */
function readCounted(anchor: Anchor): ReadValue | undefined {
  const amount = readAmount(anchor);
  return amount && (readNamedMoney(anchor, amount) ?? readPercent(anchor) ?? readQuantity(anchor, amount));
}

function readAt(anchor: Anchor, published: CalendarDay | undefined): ReadValue | undefined {
  const found = readDate(anchor, published) ?? readSignedMoney(anchor) ?? readCounted(anchor);
  return found && found.end <= anchor.limit ? found : undefined;
}

function readBlock(text: string, block: Span, published: CalendarDay | undefined): readonly ReadValue[] {
  const values: ReadValue[] = [];
  let floor = block.start;
  for (const { start } of listAnchors(text, block)) {
    if (start < floor) continue;
    const found = readAt({ text, at: start, floor, limit: block.end }, published);
    if (!found) continue;
    values.push(found);
    floor = found.end;
  }
  return values;
}

function sayAmount({ type, amount, maxAmount, unit }: ReadAmount): string {
  const number = maxAmount === null ? String(amount) : `${amount}..${maxAmount}`;
  return type === 'percent' && unit === '%' ? `${number}%` : `${number} ${unit}`;
}

function toValue(found: ReadValue, cleaned: CleanedText, published: CalendarDay | undefined): Value {
  const { start, end } = found;
  const source = cleaned.toSource({ start, end });
  const place = { text: cleaned.text.slice(start, end), start, end, sourceStart: source.start, sourceEnd: source.end };
  if (found.type === 'date') {
    const { value, precision, isRelative } = found;
    return { type: 'date', value, precision, relativeTo: isRelative && published ? CALENDAR.toDate(published) : null, ...place };
  }
  const { type, amount, maxAmount, unit } = found;
  const said: Omit<AmountValue, keyof typeof place> = { type, value: sayAmount(found), amount, maxAmount, unit };
  return { ...said, ...place };
}

/**
 * Dates, money, percentages and quantities, in order. `publishedAt` (ISO 8601) is what "yesterday" or "on Monday" is reckoned
 * from; without it such dates have no value. `complete` is false when the text was not read to its end: it is longer than a
 * million characters or holds more than 20,000 values. Linear in the length of the text.
 */
export function findValues(
  cleaned: CleanedText,
  publishedAt?: string,
): { readonly values: readonly Value[]; readonly complete: boolean } {
  const published = CALENDAR.parse(publishedAt);
  const values: Value[] = [];
  for (const block of cleaned.blocks) {
    if (block.start >= MAX_LENGTH || values.length > MAX_VALUES) break;
    if (block.kind === 'code') continue;
    const span = { start: block.start, end: Math.min(block.end, MAX_LENGTH) };
    for (const found of readBlock(cleaned.text, span, published)) values.push(toValue(found, cleaned, published));
  }
  const isRead = (cleaned.blocks.at(-1)?.end ?? 0) <= MAX_LENGTH && values.length <= MAX_VALUES;
  return { values: values.slice(0, MAX_VALUES), complete: isRead };
}
