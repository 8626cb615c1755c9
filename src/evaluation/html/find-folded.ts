import type { Span } from '../../moderation/model/span.ts';
import { foldSpaces } from './fold-spaces.ts';

/** Where a passage first stands in a text, white space folded on both sides. */
export function findFolded(text: string, segment: string): Span | undefined {
  const folded = foldSpaces(text);
  const wanted = foldSpaces(segment).text;
  const at = folded.text.indexOf(wanted);
  if (at < 0 || wanted === '') return undefined;
  return { start: folded.offsets[at] ?? 0, end: (folded.offsets[at + wanted.length - 1] ?? 0) + 1 };
}
