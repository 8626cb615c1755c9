import type { Edit } from '../../model/edit.ts';
import { choosePlan } from './choose-plan.ts';
import { CODE_PAGES } from './code-pages.ts';

/** Encodings that were applied one upon the other; more have not been seen. */
const MAX_ROUNDS = 8;

/** A text whose characters know which characters of the source they stand for: `[from, to)`. */
interface Tracked {
  readonly text: string;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** What became of a damaged text. */
export interface Repair {
  readonly text: string;
  /** From the text that was given to the repaired one; one for each character that was put together. */
  readonly edits: readonly Edit[];
  /** The decodings that undo the damage, in order. */
  readonly steps: readonly string[];
  /** How much less odd the text got, in points. */
  readonly gain: number;
  /** True when what is left is damaged too and nobody can tell what it was. */
  readonly isHopeless: boolean;
}

function track(text: string): Tracked {
  const from = Int32Array.from({ length: text.length }, (_, at) => at);
  return { text, from, to: from.map((at) => at + 1) };
}

function applyEdits(tracked: Tracked, edits: readonly Edit[]): Tracked {
  const length = edits.reduce(
    (sum, { start, end, replacement }) => sum + replacement.length - (end - start),
    tracked.text.length,
  );
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  const parts: string[] = [];
  let at = 0;
  let place = 0;
  for (const { start, end, replacement } of [
    ...edits,
    { start: tracked.text.length, end: tracked.text.length, replacement: '' },
  ]) {
    from.set(tracked.from.subarray(at, start), place);
    to.set(tracked.to.subarray(at, start), place);
    place += start - at;
    from.fill(tracked.from[start] ?? 0, place, place + replacement.length);
    to.fill(tracked.to[end - 1] ?? 0, place, place + replacement.length);
    place += replacement.length;
    parts.push(tracked.text.slice(at, start), replacement);
    at = end;
  }
  return { text: parts.join(''), from, to };
}

/** Characters that stand for the same place belong to one edit. */
function toEdits(source: string, { text, from, to }: Tracked): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; ) {
    const start = from[at] ?? 0;
    const end = to[at] ?? 0;
    let next = at + 1;
    while (next < text.length && from[next] === start && to[next] === end) next++;
    const replacement = text.slice(at, next);
    if (source.slice(start, end) !== replacement) edits.push({ start, end, replacement });
    at = next;
  }
  return edits;
}

const WINDOWS_1252 = CODE_PAGES[0]?.characters ?? '';
const SMALL_A_CIRCUMFLEX = 0xe2;
/** Points of a control that becomes a character. */
const CONTROL_GAIN = 20;

interface Controls {
  readonly edits: readonly Edit[];
  /** True when one stands behind "â": the beginning of a character of which the rest is lost. */
  readonly isBroken: boolean;
}

/** Controls that no text means: bytes of Windows-1252 that were read as ISO-8859-1. */
function findControls(text: string): Controls {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 || unit > 0x9f) continue;
    if (text.charCodeAt(at - 1) === SMALL_A_CIRCUMFLEX) return { edits: [], isBroken: true };
    const replacement = WINDOWS_1252.charAt(unit - 0x80);
    if (replacement !== text.charAt(at)) edits.push({ start: at, end: at + 1, replacement });
  }
  return { edits, isBroken: false };
}

/** Windows-1252 where a character tells it from ISO-8859-1. */
function nameStep(text: string, name: string, sequences: readonly Edit[]): string {
  if (name === 'x-mac-cyrillic') return 'mac-cyrillic';
  if (name !== 'windows-1252') return name;
  for (const { start, end } of sequences) for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0xff) return name;
  return 'iso-8859-1';
}

/** Undoes mojibake; nothing for a text without it. Linear in the text. */
export function repairText(source: string): Repair | undefined {
  let tracked: Tracked | undefined;
  let gain = 0;
  let isHopeless = false;
  const steps: string[] = [];
  const apply = (edits: readonly Edit[], step: string): void => {
    tracked = applyEdits(tracked ?? track(source), edits);
    steps.push(step);
  };
  for (let round = 0; round < MAX_ROUNDS && !isHopeless; round++) {
    const text = tracked?.text ?? source;
    const plan = choosePlan(text);
    if (!plan) break;
    isHopeless = plan.isHopeless;
    if (isHopeless) break;
    apply(plan.sequences, `${nameStep(text, plan.page.name, plan.sequences)} > utf-8`);
    gain += plan.gain;
  }
  const controls = findControls(tracked?.text ?? source);
  if (controls.edits.length > 0 && !isHopeless) {
    apply(controls.edits, 'iso-8859-1 > windows-1252');
    gain += controls.edits.length * CONTROL_GAIN;
  }
  isHopeless ||= controls.isBroken;
  if (!tracked) return isHopeless ? { text: source, edits: [], steps, gain, isHopeless } : undefined;
  return { text: tracked.text, edits: toEdits(source, tracked), steps, gain, isHopeless };
}
