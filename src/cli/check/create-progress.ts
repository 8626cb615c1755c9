import { performance } from 'node:perf_hooks';
import type { Writable } from 'node:stream';
import { cutText } from '../../moderation/report/cut-text.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';

/** One line that is drawn over itself. */
export interface Progress {
  readonly show: (done: number, total: number, name: string, articles: number) => void;
  readonly clear: () => void;
}

const CLEAR_LINE = '\r\u001b[2K';
const NAME_WIDTH = 48;
/** Milliseconds between two drawings: a person reads no faster, and drawing costs. */
const INTERVAL = 80;

/** Progress on a person's screen; on anything else it draws nothing. */
export function createProgress(stderr: Writable, isEnabled: boolean): Progress {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  const show: Progress['show'] = (done, total, name, articles) => {
    if (!isEnabled || performance.now() - drawnAt < INTERVAL) return;
    drawnAt = performance.now();
    isDrawn = true;
    const count = total > 1 ? `${done}/${total}` : `${articles} articles`;
    stderr.write(`${CLEAR_LINE}${count}  ${cutText(revealControls(name), NAME_WIDTH)}`);
  };
  const clear = (): void => {
    if (isDrawn) stderr.write(CLEAR_LINE);
    isDrawn = false;
  };
  return { show, clear };
}
