import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../api/call.ts';
import { desk, type Hold } from '../../api/desk.ts';
import type { DeskArticle } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { sayNamed } from '../../messages/say.ts';
import { type Conflict, describeConflict } from '../../model/describe-conflict.ts';

type Act = (hold: Hold) => Promise<DeskArticle>;

/** An article, and how to act on it. */
export interface OpenArticle {
  readonly article: DeskArticle | null;
  readonly problem: Problem | null;
  readonly isMine: boolean;
  readonly isBusy: boolean;
  readonly conflict: Conflict | null;
  readonly closeConflict: () => void;
  readonly reload: () => Promise<void>;
  /** Acts under the claim, which is taken first if nobody has it. Answers the article after the act, or nothing when it was refused. */
  readonly act: (act: Act) => Promise<DeskArticle | undefined>;
  /** Acts without a claim. */
  readonly actFreely: (act: (article: DeskArticle) => Promise<DeskArticle>) => Promise<DeskArticle | undefined>;
}

/** Opens an article: loads it, claims it if that is wished for, and gives the claim back at the end. */
export function useArticle(id: string, revision: string): OpenArticle {
  const { session, preferences, notify } = useApp();
  const [article, setArticle] = useState<DeskArticle | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [isBusy, setBusy] = useState(false);
  const current = useRef<DeskArticle | null>(null);
  current.current = article;
  const me = session?.person.id;

  const show = useCallback((next: DeskArticle) => {
    current.current = next;
    setArticle(next);
    return next;
  }, []);

  const refuse = useCallback(
    async (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      const before = current.current;
      if (error.status !== 409 || !before) {
        notify(sayNamed('problem', error.code, error.message), 'bad');
        return undefined;
      }
      const after = await desk.article(id, `${before.revision}`);
      setConflict(describeConflict(error.code, before, after));
      show(after);
      return undefined;
    },
    [id],
  );

  const run = useCallback(async (work: (before: DeskArticle) => Promise<DeskArticle>) => {
    if (!current.current) return undefined;
    setBusy(true);
    try {
      return show(await work(current.current));
    } catch (error) {
      return await refuse(error);
    } finally {
      setBusy(false);
    }
  }, []);

  const reload = useCallback(
    () =>
      desk.article(id, revision).then(
        (next) => void show(next),
        (error: unknown) => setProblem(error instanceof Problem ? error : new Problem(0, 'internal', String(error), '')),
      ),
    [id, revision],
  );

  useEffect(() => {
    setArticle(null);
    setProblem(null);
    let isOver = false;
    const open = async () => {
      await reload();
      const loaded = current.current;
      const isFree = loaded?.claimant === null && loaded.actions.includes('claim') && loaded.review !== 'decided';
      // Somebody may have been faster; then the page just shows who has it.
      if (isFree && preferences.claimsOnOpen && !isOver) await desk.claim(id, loaded.revision).then(show, reload);
    };
    void open();
    return () => {
      isOver = true;
      const last = current.current;
      if (last?.id === id && last.claimant?.id === me && last.actions.includes('release'))
        void desk.release({ id, revision: last.revision, fence: last.fence }).catch(() => undefined);
    };
  }, [id, revision]);

  return {
    article,
    problem,
    isMine: article?.claimant?.id === me && me !== undefined,
    isBusy,
    conflict,
    closeConflict: () => setConflict(null),
    reload,
    act: (work) =>
      run(async (before) => {
        const held = before.claimant?.id === me ? before : show(await desk.claim(before.id, before.revision));
        return work({ id: held.id, revision: held.revision, fence: held.fence });
      }),
    actFreely: (work) => run(work),
  };
}
