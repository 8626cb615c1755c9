import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import type { Act } from '../../keys/key-map.ts';
import { say } from '../../messages/say.ts';
import { sayRefusal } from '../../parts/say-refusal.ts';
import type { OpenArticle } from './use-article.ts';

/** Acts one after the other. While one is under way, one more waits, and is done when that one has been. */
export interface Turns {
  readonly waiting: Act | null;
  /** Takes an act now, or lets it wait, or says why neither. */
  readonly take: (act: Act, isAllowed: boolean, work: () => unknown) => void;
}

/** `again` does an act with the article as it is then. */
export function useTurns({ article, isBusy, failed }: OpenArticle, again: (act: Act) => void): Turns {
  const { announce, notify, session } = useApp();
  const [waiting, setWaiting] = useState<Act | null>(null);
  const last = useRef(waiting);
  last.current = waiting;
  const drop = (act: Act) => notify(say('act.dropped', { act: say(`act.${act}`) }), 'bad');

  useEffect(() => {
    if (isBusy || waiting === null) return;
    setWaiting(null);
    // It was meant for the article as the act before would have left it.
    if (failed.current) drop(waiting);
    else again(waiting);
  }, [isBusy]);
  // The act before has led to another article.
  useEffect(() => () => void (last.current && drop(last.current)), []);

  return {
    waiting,
    take: (act, isAllowed, work) => {
      if (isBusy && waiting === null) {
        setWaiting(act);
        announce(say('act.waits', { act: say(`act.${act}`) }));
      } else if (isBusy) drop(act);
      else if (isAllowed) work();
      else notify(article ? sayRefusal(act, article, session?.person.id) : say('act.not_now'), 'bad');
    },
  };
}
