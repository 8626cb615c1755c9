const POP = 0x202c;
const POP_ISOLATE = 0x2069;

const isIsolate = (code: number): boolean => code >= 0x2066 && code <= 0x2068;
/** LEFT-TO-RIGHT and RIGHT-TO-LEFT OVERRIDE: they turn round what they hold, whatever it is. */
export const isOverride = (code: number): boolean => code === 0x202d || code === 0x202e;
const opens = (code: number): boolean => isIsolate(code) || isOverride(code) || code === 0x202a || code === 0x202b;

/**
 * The partner of each bidirectional control in a row of them, by its place in the row; -1 where it has none. An embedding
 * that is still open when the isolate around it ends stays without one. Linear: each opening is taken from the stack once.
 */
export function pairBidi(codes: readonly number[]): Int32Array {
  const partners = new Int32Array(codes.length).fill(-1);
  const open: number[] = [];
  const isolates: number[] = [];
  const close = (at: number): void => {
    const opening = open.pop();
    if (opening === undefined) return;
    partners[opening] = at;
    partners[at] = opening;
  };
  for (const [at, code] of codes.entries()) {
    const top = open.at(-1);
    if (opens(code)) open.push(at);
    if (isIsolate(code)) isolates.push(at);
    if (code === POP && top !== undefined && !isIsolate(codes[top] ?? 0)) close(at);
    if (code === POP_ISOLATE && isolates.length > 0) {
      const isolate = isolates.pop();
      while (open.at(-1) !== isolate) open.pop();
      close(at);
    }
  }
  return partners;
}
