import { isNegative } from './is-negative.ts';
import { matchAt } from './match-at.ts';
import { readAmount } from './read-amount.ts';
import type { Anchor, ReadAmount } from './read-value.ts';

const SIGN =
  /[ \u00a0\u202f-]?(?:%|percentage[ -]points?(?![\p{L}])|per ?cent(?![\p{L}])|pct(?![\p{L}])|pp(?![\p{L}])|basis[ -]points?(?![\p{L}]))/uy;
const MARK = / ?(?:%|per ?cent)/uy;
const PERCENT_FORM = { mark: MARK };

function unitOf(sign: string): string {
  if (sign.includes('basis')) return 'bp';
  return sign.includes('points') || sign.includes('point') || sign.endsWith('pp') ? 'pp' : '%';
}

/** "12%", "five per cent", "5-7 percent" in "%"; "percentage points" in "pp"; "basis points" in "bp". */
export function readPercent(anchor: Anchor): ReadAmount | undefined {
  const { text, floor } = anchor;
  const amount = readAmount(anchor, PERCENT_FORM);
  const sign = amount && matchAt(SIGN, text, amount.end);
  if (!amount || !sign) return undefined;
  const isBelow = amount.high === null && isNegative(text, floor, amount.start);
  return {
    type: 'percent',
    start: amount.start - (isBelow ? 1 : 0),
    end: amount.end + sign[0].length,
    amount: isBelow ? -amount.low : amount.low,
    maxAmount: amount.high,
    unit: unitOf(sign[0]),
  };
}
