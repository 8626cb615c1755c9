import type { Terminal } from './command.ts';

const DEFAULT_WIDTH = 100;
const MAX_WIDTH = 120;

/** Columns to draw in: those of the screen, within reason. */
export function widthOf({ stdout }: Terminal): number {
  const columns = 'columns' in stdout && typeof stdout.columns === 'number' ? stdout.columns : DEFAULT_WIDTH;
  return Math.min(MAX_WIDTH, columns);
}
