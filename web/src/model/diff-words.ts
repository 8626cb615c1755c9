/** A run of words of two texts. */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Steps that are looked for before the rest counts as different: the work is at most its square. */
const MAX_STEPS = 600;

function splitWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}

type Furthest = ReadonlyMap<number, number>;

/** How far each diagonal leads after each number of steps, until both ends are reached (Myers, "An O(ND) difference algorithm", 1986). */
function walkForward(before: readonly string[], after: readonly string[]): readonly Furthest[] | undefined {
  const trail: Furthest[] = [];
  let furthest = new Map([[1, 0]]);
  for (let steps = 0; steps <= MAX_STEPS; steps++) {
    const next = new Map<number, number>();
    trail.push(furthest);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const [down, right] = [furthest.get(diagonal + 1) ?? -1, furthest.get(diagonal - 1) ?? -1];
      let at = diagonal === -steps || (diagonal !== steps && right < down) ? down : right + 1;
      while (at < before.length && at - diagonal < after.length && before[at] === after[at - diagonal]) at++;
      next.set(diagonal, at);
      if (at >= before.length && at - diagonal >= after.length) return trail;
    }
    furthest = next;
  }
  return undefined;
}

/** Where the last of some steps came from, and whether it took a word of `after` or one of `before`. */
function stepBack(furthest: Furthest, steps: number, diagonal: number): { readonly x: number; readonly isDown: boolean } {
  if (steps === 0) return { x: 0, isDown: true };
  const [down, right] = [furthest.get(diagonal + 1) ?? -1, furthest.get(diagonal - 1) ?? -1];
  const isDown = diagonal === -steps || (diagonal !== steps && right < down);
  return { x: isDown ? down : right, isDown };
}

function walkBack(before: readonly string[], after: readonly string[], trail: readonly Furthest[]): readonly WordRun[] {
  const runs: WordRun[] = [];
  let [x, y] = [before.length, after.length];
  for (const [steps, furthest] of [...trail.entries()].reverse()) {
    const from = stepBack(furthest, steps, x - y);
    for (const least = from.isDown ? from.x : from.x + 1; x > least; y--) runs.push({ kind: 'same', text: before[--x] ?? '' });
    if (steps === 0) break;
    runs.push(from.isDown ? { kind: 'new', text: after[--y] ?? '' } : { kind: 'gone', text: before[--x] ?? '' });
  }
  return runs.reverse();
}

/** Runs of a kind become one, and so do changes that only white space keeps apart: what is gone, then what is new. */
function joinRuns(runs: readonly WordRun[]): readonly WordRun[] {
  const joined: WordRun[] = [];
  let [same, gone, fresh] = ['', '', ''];
  const push = (kind: WordRun['kind'], text: string) => {
    if (text !== '') joined.push({ kind, text });
  };
  const close = () => {
    push('gone', gone);
    push('new', fresh);
    push('same', same);
    [same, gone, fresh] = ['', '', ''];
  };
  for (const { kind, text } of runs) {
    if (kind === 'same') {
      same += text;
      continue;
    }
    // What stands between two changes is said twice, once on each side.
    const isBetween = gone + fresh !== '' && same.trim() === '';
    if (isBetween) [same, gone, fresh] = ['', gone + same, fresh + same];
    else close();
    if (kind === 'gone') gone += text;
    else fresh += text;
  }
  close();
  return joined;
}

function countSame(a: readonly string[], b: readonly string[]): number {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return same;
}

/**
 * The words in which two texts differ. `same` and `gone` runs in their order give `before`, `same` and `new` ones `after`. Texts that differ
 * in too much differ as wholes, but for what they have in common at both ends.
 */
export function diffWords(before: string, after: string): readonly WordRun[] {
  const [a, b] = [splitWords(before), splitWords(after)];
  const head = countSame(a, b);
  const tail = countSame(a.slice(head).reverse(), b.slice(head).reverse());
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const trail = walkForward(restA, restB);
  const whole: readonly WordRun[] = [
    { kind: 'gone', text: restA.join('') },
    { kind: 'new', text: restB.join('') },
  ];
  return joinRuns([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...(trail ? walkBack(restA, restB, trail) : whole),
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}
