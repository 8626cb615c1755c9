import type { Reading } from '../model/reading.ts';

/** A plain text as it is: every character its own source. */
export function readPlain(text: string): Reading {
  const length = text.length;
  const pieces = length === 0 ? [] : [{ at: 0, length, source: 0, sourceLength: length, isSame: true }];
  return { text, pieces, metadata: {}, detections: [], incomplete: [] };
}
