import { useEffect } from 'preact/hooks';
import { desk } from '../../api/desk.ts';
import type { BulkProgress as Progress } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { useAsked } from '../../use-asked.ts';
import { useDoing } from '../../use-doing.ts';

const POLL_MS = 1000;

/** How much of the way is behind, and in which words. What was left out is behind too. */
function measure({ state, done, undone, total, refused }: Progress) {
  if (state === 'undoing' || state === 'undone') {
    const all = done + undone;
    return { max: all, value: state === 'undone' ? all : undone, text: say('bulk.taken_back', { count: undone, total: all }) };
  }
  const left = Object.values(refused).reduce((sum, count) => sum + count, 0);
  return { max: total, value: done + left, text: say('bulk.done', { count: done, total }) };
}

interface Props {
  readonly progress: Progress;
  readonly isBusy: boolean;
  readonly onStop: () => void;
  readonly onUndo: () => void;
}

function Card({ progress, isBusy, onStop, onUndo }: Props) {
  const { state, done, refused } = progress;
  const { max, value, text } = measure(progress);
  const isOver = state === 'done' || state === 'stopped';
  return (
    <section class="card" aria-labelledby="progress">
      <h2 id="progress">{sayNamed('bulk_state', state)}</h2>
      <progress max={Math.max(1, max)} value={value} aria-labelledby="progress" />
      <p>{text}</p>
      {Object.entries(refused).map(([code, count]) => (
        <p key={code} class="hint">
          {say('bulk.refused', { count, why: sayNamed('problem', code) })}
        </p>
      ))}
      {isOver && done > 0 ? <p class="hint">{say('bulk.undo_hint')}</p> : null}
      <div class="buttons">
        {state === 'running' ? (
          <button type="button" class="act" disabled={isBusy} onClick={onStop}>
            {say('bulk.stop')}
          </button>
        ) : null}
        {isOver && done > 0 ? (
          <button type="button" class="act danger" disabled={isBusy} onClick={onUndo}>
            {say('bulk.undo')}
          </button>
        ) : null}
      </div>
    </section>
  );
}

/** A bulk decision on its way, by its address: whoever comes back finds it again. */
export function BulkProgress({ id }: { readonly id: string }) {
  const { answer: progress, fault, load } = useAsked(() => desk.bulk(id));
  const { attempt, isBusy } = useDoing();
  const { announce } = useApp();
  useEffect(() => {
    if (progress) announce(`${sayNamed('bulk_state', progress.state)}. ${measure(progress).text}.`);
  }, [progress?.state]);
  const isRunning = progress?.state === 'running' || progress?.state === 'undoing';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => void load(), POLL_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  const then = (work: () => Promise<unknown>) => void attempt(work).then(load);
  return (
    <>
      {!progress || fault !== '' ? <Waiting fault={fault} onRetry={load} /> : null}
      {progress ? (
        <Card
          {...{ progress, isBusy }}
          onStop={() => then(() => desk.stopBulk(id))}
          onUndo={() => then(() => desk.undoBulk(id))}
        />
      ) : null}
    </>
  );
}
