import type { Edit } from '../model/edit.ts';
import type { Span } from '../model/span.ts';

/** One row of a diff: an index into the lines of the original, of the cleaned text, or both when the line is kept. */
export interface AlignedLine {
  readonly before?: number;
  readonly after?: number;
}

/** The two texts as lines. */
export interface LinePair {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** For each line of the original the offset its start has in the cleaned text, or -1 when an edit touches the line. */
function shiftLines(lines: readonly Span[], edits: readonly Edit[]): readonly number[] {
  let at = 0;
  let shift = 0;
  return lines.map(({ start, end }) => {
    while (at < edits.length && (edits[at]?.end ?? 0) <= start) {
      const edit = edits[at++];
      if (edit) shift += edit.replacement.length - (edit.end - edit.start);
    }
    return (edits[at]?.start ?? Number.POSITIVE_INFINITY) < end ? -1 : start + shift;
  });
}

/** Pairs of lines that stand whole in both texts, found by offset; blank lines are left to `alignGap`. */
function pairKept(
  before: readonly Span[],
  after: readonly Span[],
  edits: readonly Edit[],
): readonly (readonly [number, number])[] {
  const lineAt = new Map(after.map((line, index) => [line.start, index]));
  const pairs: [number, number][] = [];
  for (const [index, offset] of shiftLines(before, edits).entries()) {
    const line = before[index];
    const other = lineAt.get(offset);
    const span = other === undefined ? undefined : after[other];
    if (!line || other === undefined || !span || line.end === line.start) continue;
    if (span.end - span.start === line.end - line.start) pairs.push([index, other]);
  }
  return pairs;
}

/** Rows for the lines between two kept ones: equal lines at both ends are kept too, the rest goes out and comes in. */
function alignGap(lines: LinePair, from: readonly [number, number], to: readonly [number, number], rows: AlignedLine[]): void {
  let [a, b] = from;
  let [endA, endB] = to;
  for (; a < endA && b < endB && lines.before[a] === lines.after[b]; a++, b++) rows.push({ before: a, after: b });
  const tail: AlignedLine[] = [];
  while (endA > a && endB > b && lines.before[endA - 1] === lines.after[endB - 1]) tail.push({ before: --endA, after: --endB });
  for (; a < endA; a++) rows.push({ before: a });
  for (; b < endB; b++) rows.push({ after: b });
  for (const row of tail.reverse()) rows.push(row);
}

/** Rows of a diff in order, known from the edits: nothing is searched for. Linear in lines and edits. */
export function alignLines(
  before: readonly Span[],
  after: readonly Span[],
  lines: LinePair,
  edits: readonly Edit[],
): readonly AlignedLine[] {
  const rows: AlignedLine[] = [];
  let from: readonly [number, number] = [0, 0];
  for (const [a, b] of pairKept(before, after, edits)) {
    alignGap(lines, from, [a, b], rows);
    rows.push({ before: a, after: b });
    from = [a + 1, b + 1];
  }
  alignGap(lines, from, [before.length, after.length], rows);
  return rows;
}
