import { examineLog, findLeaks } from '../../service/examine-log.ts';
import type { Remains } from '../desk/supervised-process.ts';

/** What the logs of a run show, of all its processes together. */
export interface LogAccount {
  readonly lines: number;
  /** Last lines that were not written to their end, each of a process that was killed. */
  readonly torn: number;
  /** Lines that are not as the published schema has them. */
  readonly broken: readonly string[];
  /** Lines of logs, or of what processes said beside them, with something that must not stand there. */
  readonly leaks: readonly string[];
}

const SHOWN = 400;

/** Holds the log of every process to the published schema, and searches it, and all else that it said, for canaries and `secrets`. */
export function examineLogs(remains: readonly Remains[], secrets: readonly string[]): LogAccount {
  const examined = remains.map(({ name, log, output, isKilled }) => {
    const { lines, torn, broken, leaks } = examineLog(log, { isKilled, secrets });
    const label = (text: string) => `${name}: ${text.slice(0, SHOWN)}`;
    // Where it listens stands there.
    const said = findLeaks(output.replaceAll(/https?:\/\/(?:127\.0\.0\.1|localhost):\d+/gu, ''), secrets);
    return { lines, torn, broken: broken.map(label), leaks: [...leaks, ...said].map(label) };
  });
  return {
    lines: examined.reduce((sum, { lines }) => sum + lines, 0),
    torn: examined.reduce((sum, { torn }) => sum + torn, 0),
    broken: examined.flatMap(({ broken }) => broken),
    leaks: examined.flatMap(({ leaks }) => leaks),
  };
}
