import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../api/call.ts';
import { desk, type Hold } from '../../api/desk.ts';
import type { DeskArticle } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { type Conflict, describeConflict } from '../../model/describe-conflict.ts';

/** Is told of the article as it is under the claim. */
type Act = (hold: Hold, article: DeskArticle) => Promise<DeskArticle>;

/** An article, and how to act on it. */
export interface OpenArticle {
  readonly article: DeskArticle | null;
  readonly problem: Problem | null;
  readonly isMine: boolean;
  readonly isBusy: boolean;
  /** Whether the last act did not do what it was to do. */
  readonly failed: { current: boolean };
  readonly conflict: Conflict | null;
  readonly closeConflict: () => void;
  /** Shows the article as it is now. */
  readonly reload: () => Promise<void>;
  /** The claim is over, or somebody else has it: says so, and shows the article as it is now. */
  readonly lose: () => Promise<void>;
  /** Acts under the claim, which is taken first if nobody has it. Answers the article after the act, or nothing when it was refused. */
  readonly act: (act: Act) => Promise<DeskArticle | undefined>;
  /** Acts without a claim. */
  readonly actFreely: (act: (article: DeskArticle) => Promise<DeskArticle>) => Promise<DeskArticle | undefined>;
  /** Counts as one act until the work is over. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
}

const toProblem = (error: unknown) => (error instanceof Problem ? error : new Problem(0, 'internal', String(error), ''));

const holdOf = ({ id, revision, fence }: DeskArticle): Hold => ({ id, revision, fence });

/** Claims that are being given back, by article: whoever comes back at once would lose the claim that they find there. */
const leaving = new Map<string, Promise<void>>();
/** How long the opening of an article waits for that, in milliseconds. */
const LEAVING_MS = 3000;

/** Nobody else waits for the answer: a claim that is not given back runs out. */
function giveBack(article: DeskArticle, tenant: string): void {
  const over = desk.release(holdOf(article), tenant).then(
    () => undefined,
    () => undefined,
  );
  leaving.set(article.id, over);
  void over.then(() => leaving.get(article.id) === over && leaving.delete(article.id));
}

const untilLeft = (id: string) => Promise.race([leaving.get(id), new Promise((resolve) => setTimeout(resolve, LEAVING_MS))]);

/** How much is under way, as the page shows it. */
function useBusy() {
  const [count, setCount] = useState(0);
  const during = useCallback(async <T>(work: () => Promise<T>): Promise<T> => {
    setCount((before) => before + 1);
    try {
      return await work();
    } finally {
      setCount((before) => before - 1);
    }
  }, []);
  return { isBusy: count > 0, during };
}

/** The article that is shown. An answer that was asked for before a later one was shown comes too late. */
function useShown() {
  const [article, setArticle] = useState<DeskArticle | null>(null);
  const current = useRef<DeskArticle | null>(null);
  const turn = useRef(0);
  const show = useCallback((next: DeskArticle) => {
    turn.current++;
    current.current = next;
    setArticle(next);
    return next;
  }, []);
  const ask = useCallback(async (question: Promise<DeskArticle>) => {
    const asked = turn.current;
    const answer = await question;
    return asked === turn.current ? show(answer) : (current.current ?? answer);
  }, []);
  return { article, current, show, ask };
}

/** Opens an article: loads it, claims it if that is wished for, and gives the claim back at the end. To be used anew for each article. */
export function useArticle(id: string, revision: string): OpenArticle {
  const { session, setSession, tenant, preferences, notify } = useApp();
  const { article, current, show, ask } = useShown();
  const { isBusy, during } = useBusy();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const isOver = useRef(false);
  const failed = useRef(false);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const me = session?.person.id;
  const isHeld = (one: DeskArticle) => one.claimant?.id === me && one.actions.includes('release');

  const tell = (fault: Problem) => {
    if (fault.code === 'signed_out') setSession(null);
    notify(sayNamed('problem', fault.code, fault.detail || fault.message), 'bad');
  };
  const refuse = async (error: unknown) => {
    failed.current = true;
    const [fault, before] = [toProblem(error), current.current];
    if (fault.status !== 409 || !before) return tell(fault);
    try {
      const after = await desk.article(id, `${before.revision}`);
      setConflict(describeConflict(fault.code, before, after));
      show(after);
    } catch {
      tell(fault);
    }
  };
  const runNow = async (work: (before: DeskArticle) => Promise<DeskArticle>) => {
    if (!current.current) return undefined;
    failed.current = false;
    try {
      const after = show(await work(current.current));
      // Whoever has gone on meanwhile needs it no more.
      if (isOver.current && isHeld(after)) giveBack(after, tenant);
      return after;
    } catch (error) {
      await refuse(error);
      return undefined;
    }
  };
  /** One act after the other: each is about the article as the one before has left it. */
  const run = (work: (before: DeskArticle) => Promise<DeskArticle>) => {
    const turn = line.current.then(() => during(() => runNow(work)));
    line.current = turn;
    return turn;
  };
  const reload = async () => {
    try {
      await ask(desk.article(id, revision));
    } catch (error) {
      // What is shown stays: there may be something in it that was not sent yet.
      if (current.current === null) setProblem(toProblem(error));
      else tell(toProblem(error));
    }
  };

  useEffect(() => {
    const open = async () => {
      if (leaving.has(id)) await untilLeft(id);
      await reload();
      const loaded = current.current;
      const isFree = loaded?.claimant === null && loaded.actions.includes('claim') && loaded.review !== 'decided';
      if (!isFree || !preferences.claimsOnOpen || isOver.current) return;
      try {
        const claimed = await desk.claim(id, loaded.revision);
        if (isOver.current) giveBack(claimed, tenant);
        else if (current.current === loaded) show(claimed);
        else await reload();
      } catch {
        // Somebody was faster; then the page just shows who has it.
        await reload();
      }
    };
    void open();
    return () => {
      isOver.current = true;
      if (current.current && isHeld(current.current)) giveBack(current.current, tenant);
    };
  }, []);

  return {
    ...{ article, problem, isBusy, during, failed, conflict, reload },
    isMine: article?.claimant?.id === me && me !== undefined,
    closeConflict: () => setConflict(null),
    lose: async () => {
      await reload();
      if (current.current && current.current.claimant?.id !== me) notify(say('claim.lost'), 'bad');
    },
    act: (work) =>
      run(async (before) => {
        const held = before.claimant?.id === me ? before : show(await desk.claim(before.id, before.revision));
        return work(holdOf(held), held);
      }),
    actFreely: (work) => run(work),
  };
}
