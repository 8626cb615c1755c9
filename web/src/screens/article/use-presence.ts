import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../api/call.ts';
import { desk } from '../../api/desk.ts';
import type { DeskArticle, Person } from '../../api/desk-types.ts';

/** Seconds between two looks at who else is there, and between two renewals of a claim, which lasts 60. */
const LOOK = 10;
const RENEW = 20;

interface Presence {
  readonly looking: readonly Person[];
  /** Whether something has happened to the article that the page does not show. */
  readonly isStale: boolean;
}

/** Tells others that the article is looked at, hears of them, and keeps the claim alive. `onLost` is called when the claim is over. */
export function usePresence(article: DeskArticle | null, isMine: boolean, onLost: () => void): Presence {
  const [seen, setSeen] = useState<{ readonly looking: readonly Person[]; readonly version: number } | null>(null);
  const { id = '', revision = 0, fence = 0, version = 0 } = article ?? {};
  useEffect(() => {
    if (id === '') return undefined;
    const look = () => desk.looking(id, revision).then(setSeen, () => undefined);
    void look();
    const timer = setInterval(look, LOOK * 1000);
    return () => clearInterval(timer);
  }, [id, revision]);
  useEffect(() => {
    if (id === '' || !isMine) return undefined;
    const renew = () =>
      desk.renew({ id, revision, fence }).then(setSeen, (error: unknown) => {
        if (error instanceof Problem && error.status === 409) onLost();
      });
    const timer = setInterval(renew, RENEW * 1000);
    return () => clearInterval(timer);
  }, [id, revision, fence, isMine]);
  return { looking: seen?.looking ?? article?.looking ?? [], isStale: seen !== null && seen.version > version };
}
