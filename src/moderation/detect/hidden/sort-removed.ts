import type { Invisible } from './invisible.ts';
import { BIDI, BREAKER, CONTROL, FILLER, JOINER, OPERATOR, SELECTOR, SOFT_HYPHEN, TAG } from './invisible-class.ts';
import { isWordCharacter } from './is-word-character.ts';
import { isOverride, pairBidi } from './pair-bidi.ts';
import type { Run } from './run.ts';

/** What a character that is taken out did to the text. */
export type HiddenRule = 'override' | 'smuggled' | 'zero-width' | 'direction' | 'stray' | 'soft-hyphen' | 'control';

/** How many characters make a message rather than an accident: side by side, and strewn over a block. */
export interface HiddenLimits {
  readonly run: number;
  readonly strewn: number;
}

/** Between ideographs a character without width splits no word: each of them is one. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** The one filler without a width: the others are seen as a gap. */
const GRAPHEME_JOINER = 0x034f;
const TURNING: ReadonlySet<number> = new Set([0x202b, 0x2067]);
/** Two kinds of these strewn over a text can write zeros and ones. */
const BITS: ReadonlySet<number> = new Set([JOINER, BREAKER, OPERATOR]);

const isUnspaced = (code: number): boolean => code > 0 && UNSPACED.test(String.fromCodePoint(code));

function toRuns(removed: readonly Invisible[]): readonly Run[] {
  const runs: { items: Invisible[]; left: number; right: number }[] = [];
  for (const item of removed) {
    const last = runs.at(-1);
    if (last && last.items.at(-1)?.end === item.start) {
      last.items.push(item);
      last.right = item.right;
    } else runs.push({ items: [item], left: item.left, right: item.right });
  }
  return runs;
}

/** Does it stand inside a word, where nobody who writes puts it? */
function splitsWord({ left, right }: Run): boolean {
  return isWordCharacter(left) && isWordCharacter(right) && !(isUnspaced(left) && isUnspaced(right));
}

/** Overrides with what closes them, and what makes a line without right-to-left letters run to the left. */
function sortBidi(removed: readonly Invisible[]): ReadonlyMap<Invisible, HiddenRule> {
  const controls = removed.filter(({ kind }) => kind === BIDI);
  const partners = pairBidi(controls.map(({ code }) => code));
  const sorted = new Map<Invisible, HiddenRule>();
  for (const [at, item] of controls.entries()) {
    const codes = [item.code, controls[partners[at] ?? -1]?.code ?? 0];
    if (codes.some(isOverride)) sorted.set(item, 'override');
    else if (codes.some((code) => TURNING.has(code))) sorted.set(item, 'direction');
  }
  return sorted;
}

/** Tags carry letters, selectors in a row carry bytes; one selector alone is left over from a picture. */
function sortRun(run: Run, limits: HiddenLimits): (item: Invisible) => HiddenRule {
  const selectors = run.items.filter(({ kind }) => kind === SELECTOR).length;
  const isHidden = splitsWord(run) || run.items.length >= limits.run;
  return ({ kind, code }) => {
    if (kind === CONTROL) return 'control';
    if (kind === TAG || (kind === SELECTOR && (selectors > 1 || code > 0xffff))) return 'smuggled';
    if (kind === SOFT_HYPHEN && run.items.length === 1) return 'soft-hyphen';
    if (kind === FILLER && code !== GRAPHEME_JOINER && run.items.length < limits.run) return 'stray';
    return isHidden ? 'zero-width' : 'stray';
  };
}

function isStrewn(removed: readonly Invisible[], limit: number): boolean {
  const bits = removed.filter(({ kind }) => BITS.has(kind));
  return bits.length >= limit && bits.some(({ code }) => code !== bits[0]?.code);
}

/** The characters of a block that are taken out, by what they did to it; each list in order. Linear. */
export function sortRemoved(removed: readonly Invisible[], limits: HiddenLimits): ReadonlyMap<HiddenRule, readonly Invisible[]> {
  const bidi = sortBidi(removed);
  const strewn = isStrewn(removed, limits.strewn);
  const sorted = new Map<HiddenRule, Invisible[]>();
  for (const run of toRuns(removed)) {
    const sort = sortRun(run, limits);
    for (const item of run.items) {
      const found = bidi.get(item) ?? sort(item);
      const rule = found === 'stray' && strewn && BITS.has(item.kind) ? 'zero-width' : found;
      const list = sorted.get(rule);
      if (list) list.push(item);
      else sorted.set(rule, [item]);
    }
  }
  return sorted;
}
