import { revealControls } from '../../moderation/report/reveal-controls.ts';
import type { Fault } from './check-item.ts';

/** A fault as one line for people: "file:line: message", safe to print on a terminal. */
export function describeFault({ file, line, message }: Fault): string {
  const place = [file ?? (line === undefined ? undefined : 'standard input'), line]
    .filter((part) => part !== undefined)
    .join(':');
  return revealControls(place === '' ? message : `${place}: ${message}`);
}
