import { useCallback, useEffect, useState } from 'preact/hooks';
import { Problem } from './api/call.ts';
import { useApp } from './app-context.ts';
import { say, sayNamed } from './messages/say.ts';

/** Says what went wrong, in words of the page. */
function sayProblem(error: unknown): string {
  return error instanceof Problem ? sayNamed('problem', error.code, error.detail || error.message) : say('problem.internal');
}

/** What the desk answers to a question, and how to ask it again. `undefined` until it has answered. */
export function useAsked<T>(ask: () => Promise<T>): readonly [T | undefined, () => Promise<void>] {
  const { notify } = useApp();
  const [answer, setAnswer] = useState<T | undefined>(undefined);
  const load = useCallback(
    () =>
      ask().then(
        (next) => setAnswer(() => next),
        (error: unknown) => notify(sayProblem(error), 'bad'),
      ),
    [],
  );
  useEffect(() => void load(), []);
  return [answer, load];
}

/** Does something; answers whether it was done, and says why not. */
export function useDoing(): (work: () => Promise<unknown>) => Promise<boolean> {
  const { notify } = useApp();
  return async (work) => {
    try {
      await work();
      return true;
    } catch (error) {
      notify(sayProblem(error), 'bad');
      return false;
    }
  };
}
