import { useRef, useState } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { sayProblem } from './messages/say-problem.ts';

/** Acts of a form, one at a time. */
export interface Doing {
  /** Does something; answers whether it was done, and says why not. What is asked for while another act is under way is not done. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly isBusy: boolean;
}

export function useDoing(): Doing {
  const { notify } = useApp();
  const [isBusy, setBusy] = useState(false);
  const isUnderWay = useRef(false);
  const attempt = async (work: () => Promise<unknown>) => {
    if (isUnderWay.current) return false;
    isUnderWay.current = true;
    setBusy(true);
    try {
      await work();
      return true;
    } catch (error) {
      notify(sayProblem(error), 'bad');
      return false;
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  };
  return { attempt, isBusy };
}
