import { performance } from 'node:perf_hooks';
import type { Terminal } from '../command.ts';
import { writeOut } from '../write-out.ts';

/** Milliseconds between two drawings. */
const INTERVAL = 1000;
const ROWS = 24;
const CLEAR = '\u001b[H\u001b[2J';

/** A report that is drawn over itself. */
export interface Screen {
  /** Draws at most once a second, and only when there are more `lines` than before. */
  readonly show: (lines: number, draw: () => string) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** The screen of a person, as many rows of the report as it has; not enabled, it draws nothing. `now` in milliseconds. */
export function createScreen({ stdout }: Terminal, isEnabled: boolean, now = () => performance.now()): Screen {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let drawn = -1;
  return {
    show: async (lines, draw) => {
      if (!isEnabled || lines === drawn || now() - drawnAt < INTERVAL) return;
      drawnAt = now();
      drawn = lines;
      const rows = 'rows' in stdout && typeof stdout.rows === 'number' ? stdout.rows : ROWS;
      const shown = draw()
        .split('\n')
        .slice(0, Math.max(1, rows - 2));
      await writeOut(stdout, `${CLEAR}${shown.join('\n')}\nCtrl-C ends with the whole report.`);
    },
    clear: async () => {
      if (drawn >= 0) await writeOut(stdout, CLEAR);
    },
  };
}
