import type { Ruleset } from '../index.ts';

/** What an evaluation works with. */
export interface EvaluationContext {
  /** The folder that holds `garbage/`, `pages/` and the others. */
  readonly folder: string;
  readonly ruleset: Ruleset;
  /** What generated articles are written from; 32 bits. */
  readonly seed: number;
  /** Called before each item; `name` says what is read. */
  readonly onProgress: (done: number, total: number, name: string) => void;
}
