import type { CleanedText } from '../../model/cleaned-text.ts';

/** UTF-16 code units of text in which entities are looked for. */
const MAX_LENGTH = 300_000;

/** Where looking for names stops: at the end of the last whole block, or in the midst of a block that is longer than half the cap. */
export function findLimit({ text, blocks }: CleanedText): number {
  if (text.length <= MAX_LENGTH) return text.length;
  const straddling = blocks.find((block) => block.end > MAX_LENGTH);
  if (straddling && straddling.start > MAX_LENGTH / 2) return Math.min(straddling.start, MAX_LENGTH);
  const space = text.lastIndexOf(' ', MAX_LENGTH);
  return space > MAX_LENGTH - 1000 ? space : MAX_LENGTH;
}
