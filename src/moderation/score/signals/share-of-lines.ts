import { share } from './share.ts';
import type { Line } from './signal-facts.ts';

/** Lines that `holds` over all lines. */
export function shareOfLines(lines: readonly Line[], holds: (line: Line, index: number) => boolean): number {
  return share(lines.filter(holds).length, lines.length);
}
