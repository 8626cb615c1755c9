import type { Invisible } from './invisible.ts';
import { BIDI, invisibleClass, REPLACEMENT, SOFT_HYPHEN, TAG, VISIBLE } from './invisible-class.ts';
import { isNeeded } from './is-needed.ts';
import { isOverride, pairBidi } from './pair-bidi.ts';

const BLACK_FLAG = 0x1f3f4;
/** The tags of a flag of a region, as of Scotland, and the one that ends them. */
const FLAG_TAGS = /[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}/uy;
const RIGHT_TO_LEFT = /[\u0591-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LINE_BREAK = /[\n-\r\u0085\u2028\u2029]/u;

/** End of the tags of a flag that begin at `at`; `at` when they make none. */
function endOfFlag(text: string, at: number, left: number): number {
  if (left !== BLACK_FLAG) return at;
  FLAG_TAGS.lastIndex = at;
  return FLAG_TAGS.test(text) ? FLAG_TAGS.lastIndex : at;
}

function codeBefore(text: string, at: number): number {
  if (at === 0) return 0;
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) ?? 0) : unit;
}

/** What stands before `at` and stays: of a run of invisible characters the last that was kept. */
function leftOf(text: string, at: number, last: Invisible | undefined): number {
  if (last?.end !== at) return codeBefore(text, at);
  return last.isKept ? last.code : last.left;
}

/** A soft hyphen at the end of a line is a hyphen of the layout and is judged with it. */
function isLayout(kind: number, right: number): boolean {
  return kind === SOFT_HYPHEN && right > 0 && LINE_BREAK.test(String.fromCodePoint(right));
}

function walk(text: string): readonly Invisible[] {
  const found: Invisible[] = [];
  let flagEnd = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = invisibleClass(text, at);
    if (kind === VISIBLE || kind === REPLACEMENT) continue;
    const code = text.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    const left = leftOf(text, at, found.at(-1));
    const right = text.codePointAt(end) ?? 0;
    if (kind === TAG && at >= flagEnd) flagEnd = endOfFlag(text, at, left);
    const isKept = at < flagEnd || isLayout(kind, right) || isNeeded(kind, code, left, right);
    found.push({ start: at, end, code, kind, left, right, isKept });
    at = end - 1;
  }
  return found;
}

/** Marks stay beside right-to-left letters, pairs around them too; what turns any text round never does. */
function keepBidi(text: string, found: readonly Invisible[], isRightToLeft: boolean): readonly Invisible[] {
  const controls = found.filter(({ kind }) => kind === BIDI);
  if (controls.length === 0 || !(isRightToLeft || RIGHT_TO_LEFT.test(text))) return found;
  const partners = pairBidi(controls.map(({ code }) => code));
  const kept = new Set(
    controls.filter(({ code }, at) => {
      if (code === 0x200e || code === 0x200f || code === 0x061c) return true;
      const partner = partners[at] ?? -1;
      return partner >= 0 && !isOverride(code) && !isOverride(controls[partner]?.code ?? 0);
    }),
  );
  return found.map((one) => (kept.has(one) ? { ...one, isKept: true } : one));
}

/**
 * Every invisible character of a block's text in order, with whether it may stay. `isRightToLeft`: the article is written
 * from right to left, so that marks are at home also in its lines of Latin letters. Linear.
 */
export function readInvisibles(text: string, isRightToLeft: boolean): readonly Invisible[] {
  const found = walk(text);
  return found.length === 0 ? found : keepBidi(text, found, isRightToLeft);
}
