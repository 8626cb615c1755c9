import { NoThreadError } from './no-thread-error.ts';
import { READY_MS } from './ready-ms.ts';

/** An article took longer than it may. */
class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  readonly code = 'deadline';
}

interface Deadline {
  readonly signal: AbortSignal;
  /** A thread has taken the task. */
  readonly begin: () => void;
  readonly end: () => void;
}

/** Aborts when no thread takes the task, and, once one has begun, when it takes too long. Those before it may take their whole time. */
export function startDeadline(seconds: number): Deadline {
  const controller = new AbortController();
  const abortAfter = (ms: number, error: Error) => setTimeout(() => controller.abort(error), ms);
  let timer = abortAfter(2 * seconds * 1000 + READY_MS, new NoThreadError('no thread took the article'));
  return {
    signal: controller.signal,
    begin: () => {
      clearTimeout(timer);
      timer = abortAfter(seconds * 1000, new DeadlineError(`moderation took longer than ${seconds} s`));
    },
    end: () => clearTimeout(timer),
  };
}
