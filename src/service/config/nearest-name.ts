/** Edits (insert, drop, change, swap of neighbours) beyond which a name is no likely slip of the fingers. */
const MAX_DISTANCE = 2;
/** Code units; nobody mistypes a name of this length. */
const MAX_LENGTH = 40;

function countEdits(a: string, b: string): number {
  let older: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let at = 1; at <= b.length; at++) {
      const change = (previous[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      const swapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
      const swap = swapped ? (older[at - 2] ?? 0) + 1 : change;
      current.push(Math.min(change, swap, (previous[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1));
    }
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The known name that was probably meant, or nothing when none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const scored = known.map((candidate) => ({ candidate, edits: countEdits(name.toLowerCase(), candidate) }));
  const [best] = scored.sort((a, b) => a.edits - b.edits);
  return best && best.edits <= MAX_DISTANCE && best.edits < name.length ? best.candidate : undefined;
}
