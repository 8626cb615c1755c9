import { performance } from 'node:perf_hooks';
import type { Writable } from 'node:stream';

/** One line that is drawn over itself: what is done, how much of it, and a remark. */
export interface Bar {
  readonly show: (what: string, done: number, total: number, remark: string) => void;
  /** A remark in place of the bar. */
  readonly say: (remark: string) => void;
  readonly clear: () => void;
}

const CLEAR_LINE = '\r\u001b[2K';
const WIDTH = 24;
/** Milliseconds between two drawings: a person reads no faster. */
const INTERVAL = 80;

/** A bar on a person's screen; on anything else it draws nothing. */
export function createBar(stderr: Writable, isEnabled: boolean): Bar {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  return {
    show: (what, done, total, remark) => {
      if (!isEnabled || performance.now() - drawnAt < INTERVAL) return;
      drawnAt = performance.now();
      isDrawn = true;
      const filled = total === 0 ? 0 : Math.min(WIDTH, Math.floor((WIDTH * done) / total));
      stderr.write(`${CLEAR_LINE}${what} [${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${done}/${total}  ${remark}`);
    },
    say: (remark) => {
      if (!isEnabled) return;
      isDrawn = true;
      stderr.write(`${CLEAR_LINE}${remark}`);
    },
    clear: () => {
      if (isDrawn) stderr.write(CLEAR_LINE);
      isDrawn = false;
      drawnAt = Number.NEGATIVE_INFINITY;
    },
  };
}
