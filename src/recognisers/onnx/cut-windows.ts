/** Words `[from, to)` of a passage that are shown together; the labels of `[keepFrom, keepTo)` are taken from here. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly keepFrom: number;
  readonly keepTo: number;
}

function fill(lengths: readonly number[], from: number, room: number): number {
  let to = from;
  for (let used = 0; to < lengths.length; to++) {
    used += lengths[to] ?? 0;
    if (used > room && to > from) break;
  }
  return to;
}

/** First word of the next window: as many of the last words as `stride` holds, but never the window's own first word. */
function stepBack(lengths: readonly number[], from: number, to: number, stride: number): number {
  let next = to;
  for (let shared = 0; next - 1 > from; next--) {
    shared += lengths[next - 1] ?? 0;
    if (shared > stride) break;
  }
  return next;
}

/**
 * Windows over the words of a passage. `lengths` are the sub-words of each word, none above `room`, the sub-words that a
 * window holds; neighbours share up to `stride` sub-words, and each takes its half of the shared words.
 */
export function cutWindows(lengths: readonly number[], room: number, stride: number): readonly Window[] {
  const windows: Window[] = [];
  let from = 0;
  let keepFrom = 0;
  while (keepFrom < lengths.length) {
    const to = fill(lengths, from, room);
    const next = to < lengths.length ? stepBack(lengths, from, to, stride) : to;
    const keepTo = Math.ceil((next + to) / 2);
    windows.push({ from, to, keepFrom, keepTo });
    from = next;
    keepFrom = keepTo;
  }
  return windows;
}
