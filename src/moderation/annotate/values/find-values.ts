import type { Value } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import type { Span } from '../../model/span.ts';
import { readDate } from './read-date.ts';
import { readMoney } from './read-money.ts';
import { readPercent } from './read-percent.ts';
import { readQuantity } from './read-quantity.ts';
import type { ReadValue, ValueReader } from './read-value.ts';

/** UTF-16 code units of text that are read. */
const MAX_LENGTH = 1_000_000;
const MAX_VALUES = 2000;
/** A number, and up to 24 characters on either side of it that may belong to the value. */
const NUMBER = /\d[\d,.]{0,20}/gu;
const AROUND = 24;

const READERS: readonly ValueReader[] = [readDate, readMoney, readPercent, readQuantity];

function readAt(text: string, at: number, from: number, to: number): ReadValue | undefined {
  const start = Math.max(from, at - AROUND);
  const window = text.slice(start, Math.min(to, at + 2 * AROUND));
  for (const read of READERS) {
    const found = read(window, at - start);
    if (found) return { ...found, span: { start: start + found.span.start, end: start + found.span.end } };
  }
  return undefined;
}

function readBlock(text: string, block: Span): readonly ReadValue[] {
  const values: ReadValue[] = [];
  let from = block.start;
  for (const match of text.slice(block.start, block.end).matchAll(NUMBER)) {
    const at = block.start + match.index;
    if (at < from) continue;
    const found = readAt(text, at, from, block.end);
    if (!found) continue;
    values.push(found);
    from = found.span.end;
  }
  return values;
}

/** Money, percentages, absolute dates and quantities written with digits, in order. Linear in the length of the text. */
export function findValues(cleaned: CleanedText): readonly Value[] {
  const values: Value[] = [];
  for (const block of cleaned.blocks) {
    if (block.start >= MAX_LENGTH || values.length >= MAX_VALUES) break;
    if (block.kind === 'code') continue;
    for (const { type, value, span } of readBlock(cleaned.text, { start: block.start, end: Math.min(block.end, MAX_LENGTH) })) {
      const source = cleaned.toSource(span);
      values.push({
        type,
        text: cleaned.text.slice(span.start, span.end),
        value,
        sourceStart: source.start,
        sourceEnd: source.end,
      });
    }
  }
  return values.slice(0, MAX_VALUES);
}
