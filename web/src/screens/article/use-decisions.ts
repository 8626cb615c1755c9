import { useEffect, useRef } from 'preact/hooks';
import { desk, type Filter } from '../../api/desk.ts';
import type { DeskArticle } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { isUpheld } from '../../model/is-upheld.ts';
import { writeRoute } from '../../model/route.ts';
import { findNeighbour } from '../../queue-order.ts';
import type { OpenArticle } from './use-article.ts';
import { useEffort } from './use-effort.ts';

const go = (address: string) => {
  location.hash = address;
};

/** Whoever presses the key of a decision twice meant one: the second press would be about an article that nobody has seen. */
const TWICE_MS = 500;
const NONE = { id: '', at: Number.NEGATIVE_INFINITY };
let last = NONE;

/** What ends the work on an article, and where it leads. */
export interface Decisions {
  readonly decide: (decision: 'accepted' | 'rejected', reason: string | null) => Promise<void>;
  readonly escalate: (reason: string) => Promise<void>;
  readonly skip: () => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Answers whether it was taken. */
  readonly appeal: (text: string) => Promise<boolean>;
  readonly move: (steps: 1 | -1) => Promise<void>;
}

export function useDecisions(open: OpenArticle, article: DeskArticle, filter: Filter): Decisions {
  const { tenant, announce, notify, setHeld } = useApp();
  const readEffort = useEffort(article.id);
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  const { id, revision } = article;
  const title = article.title || (article.result?.article.title ?? '');

  /** To what should be taken next: nobody has it, and this person has not skipped it. */
  const goOn = async (from = location.hash) => {
    const { article: next } = await desk.next(filter).catch(() => ({ article: null }));
    // Whoever has gone elsewhere meanwhile, or has undone the decision, stays there.
    if (isGone.current || location.hash !== from) return;
    if (next && next.id !== id) go(writeRoute('article', next.id, { ...filter, rev: `${next.revision}` }));
    else go(writeRoute('queue', '', filter));
  };
  return {
    decide: (decision, reason) =>
      open.during(async () => {
        const [result, address] = [article.resultSha256, location.hash];
        if (result === null) return;
        if (last.id !== id && performance.now() - last.at < TWICE_MS) return notify(say('decide.twice'), 'bad');
        last = { id, at: performance.now() };
        const wish = { decision, reason, result };
        const after = await open.act((hold, held) =>
          held.review === 'appealed'
            ? desk.decideAppeal(hold, wish, isUpheld(held, decision))
            : desk.decide(hold, { ...wish, effort: readEffort() }),
        );
        // What was refused was no decision.
        if (!after) {
          last = NONE;
          return;
        }
        const seconds = after.undoSeconds ?? 0;
        announce(say('decide.done', { decision: sayNamed('decided', decision), count: Math.round(seconds) }));
        if (seconds > 0) setHeld({ tenant, id, revision, title, decision, address, until: Date.now() + seconds * 1000 });
        await goOn(address);
      }),
    escalate: (reason) =>
      open.during(async () => {
        if (!(await open.act((hold) => desk.escalate(hold, reason)))) return;
        notify(say('decide.escalated'), 'good');
        await goOn();
      }),
    skip: () =>
      open.during(async () => {
        if (open.isMine && !(await open.act((hold) => desk.skip(hold)))) return;
        announce(say('decide.skipped'));
        await goOn();
      }),
    undo: async () => {
      const after = await open.actFreely(() => desk.undo(id, revision));
      if (!after) return;
      setHeld(null);
      notify(say('decide.undone'), 'good');
    },
    appeal: async (text) => {
      const isTaken = (await open.actFreely(() => desk.appeal(id, revision, text))) !== undefined;
      if (isTaken) notify(say('appeal.opened'), 'good');
      return isTaken;
    },
    move: async (steps) => {
      const next = findNeighbour(id, steps);
      if (next) go(writeRoute('article', next.id, { ...filter, rev: `${next.revision}` }));
      else if (steps > 0) await goOn();
      else notify(say('nav.first'));
    },
  };
}
