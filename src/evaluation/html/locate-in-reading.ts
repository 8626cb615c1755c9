import type { Reading } from '../../moderation/model/reading.ts';
import type { Span } from '../../moderation/model/span.ts';
import { findFolded } from './find-folded.ts';

/** Where a passage of a reading's text stands in the source. */
export function locateInReading({ text, pieces }: Reading, segment: string): Span | undefined {
  const found = findFolded(text, segment);
  if (!found) return undefined;
  const touched = pieces.filter(({ at, length }) => at < found.end && at + length > found.start);
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return undefined;
  const start = first.isSame ? first.source + Math.max(0, found.start - first.at) : first.source;
  const end = last.isSame ? last.source + Math.min(last.length, found.end - last.at) : last.source + last.sourceLength;
  return { start, end };
}
