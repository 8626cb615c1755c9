import type { Invisible } from './invisible.ts';

/** Characters to take out that stand side by side, with the code points that stay to their left and right. */
export interface Run {
  readonly items: readonly Invisible[];
  readonly left: number;
  readonly right: number;
}
