import { ENTITY_TYPES } from '../../model/annotation.ts';
import type { RecognisedName, RecognisedNames } from '../../model/entity-recogniser.ts';
import type { Span } from '../../model/span.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import type { NamedSpan } from './named-span.ts';
import type { ShownBlock } from './shown-block.ts';

const BLANK = /^\s$/u;

function isSound({ start, end, type, confidence }: RecognisedName, length: number): boolean {
  const isPlaced = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
  return isPlaced && ENTITY_TYPES.includes(type) && confidence >= 0 && confidence <= 1;
}

function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && BLANK.test(text.charAt(start))) start++;
  while (end > start && BLANK.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** True when one of the ends stands in the midst of a surrogate pair. */
function cutsPair(text: string, { start, end }: Span): boolean {
  return [start, end].some((at) => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff);
}

function placeInBlock(text: string, block: ShownBlock, names: readonly RecognisedName[]): readonly NamedSpan[] {
  const sentences = splitSentences(text, block.start, block.end);
  const sound = names.filter((name) => isSound(name, block.end - block.start)).sort((a, b) => a.start - b.start || b.end - a.end);
  const placed: NamedSpan[] = [];
  let row = 0;
  for (const { type, confidence, start: from, end: to } of sound) {
    const span = trim(text, { start: block.start + from, end: block.start + to });
    if (span.start >= span.end || span.start < (placed.at(-1)?.end ?? 0) || cutsPair(text, span)) continue;
    while ((sentences[row]?.end ?? Number.POSITIVE_INFINITY) <= span.start) row++;
    placed.push({ ...span, type, confidence, block: block.row, sentence: sentences[row] ?? span });
  }
  return placed;
}

/**
 * Names as a recogniser gave them for each block, placed in the text without blanks around them. A name that is out of its
 * block, of no known type, or overlaps the one before is left out. Throws when the answer is not one list for each block.
 */
export function placeNames(text: string, blocks: readonly ShownBlock[], names: RecognisedNames): readonly NamedSpan[] {
  if (names.length !== blocks.length) {
    throw new TypeError(`the recogniser answered for ${names.length} of ${blocks.length} passages`);
  }
  return blocks.flatMap((block, at) => placeInBlock(text, block, names[at] ?? []));
}
