import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from './api/call.ts';
import { useApp } from './app-context.ts';
import { sayProblem } from './messages/say-problem.ts';

/** What the desk answers to a question. */
export interface Asked<T> {
  /** `undefined` until it has answered. */
  readonly answer: T | undefined;
  /** Why it did not answer the last time, in words; empty when it did. */
  readonly fault: string;
  /** Asks again. */
  readonly load: () => Promise<void>;
}

/** Asks the desk when the component comes, and again when it is told to. What was answered stays until there is another answer. */
export function useAsked<T>(ask: () => Promise<T>): Asked<T> {
  const { setSession } = useApp();
  const [answer, setAnswer] = useState<T | undefined>(undefined);
  const [fault, setFault] = useState('');
  const hasAnswer = useRef(false);
  const load = useCallback(
    () =>
      ask().then(
        (next) => {
          hasAnswer.current = true;
          setAnswer(() => next);
          setFault('');
        },
        (error: unknown) => {
          // Whoever has begun to write something keeps it on the page.
          if (!hasAnswer.current && error instanceof Problem && error.code === 'signed_out') setSession(null);
          setFault(sayProblem(error));
        },
      ),
    [],
  );
  useEffect(() => void load(), []);
  return { answer, fault, load };
}
