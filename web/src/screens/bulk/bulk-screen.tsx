import { useState } from 'preact/hooks';
import { REVIEW_REASONS } from '../../../../src/service/review/review-reasons.ts';
import { type BulkWish, desk, type Filter, toFields } from '../../api/desk.ts';
import type { BulkCount } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { LastQuestion } from '../../parts/last-question.tsx';
import { Page } from '../../parts/page.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import { useDoing } from '../../use-doing.ts';
import { BulkForm } from './bulk-form.tsx';
import { BulkProgress } from './bulk-progress.tsx';

function Sample({ counted: { count, sample } }: { readonly counted: BulkCount }) {
  return (
    <section class="card" aria-labelledby="sample">
      <h2 id="sample">{say('bulk.would', { count })}</h2>
      {count === 0 ? <p class="hint">{say('bulk.none')}</p> : null}
      {count > sample.length ? <p class="hint">{say('bulk.first', { count: sample.length })}</p> : null}
      <ul class="sample">
        {sample.map((row) => (
          <li key={row.id}>
            <ScoreBadge score={row.score} />
            <a href={writeRoute('article', row.id, { rev: `${row.revision}` })}>
              <bdi>{row.title || say('article.untitled')}</bdi>
            </a>
            <bdi class="quiet">{row.source}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AskingProps {
  readonly act: string;
  readonly reason: string | null;
  readonly onStart: () => void;
  readonly onClose: () => void;
}

/** The last question before many articles are decided. */
function Asking({ act, reason, onStart, onClose }: AskingProps) {
  return (
    <Dialog title={say('bulk.sure', { act })} onClose={onClose}>
      {reason === null ? null : <p>{say('bulk.told', { reason: sayNamed('reason', reason) })}</p>}
      <p class="hint">{say('bulk.sure_hint')}</p>
      <LastQuestion act={act} onAct={onStart} onCancel={onClose} />
    </Dialog>
  );
}

/** What is asked for, counted and begun. */
function NewBulk({ filter: { view: _, ...given } }: { readonly filter: Filter }) {
  const { announce } = useApp();
  const [filter, setFilter] = useState<Filter>(given);
  const [decision, setDecision] = useState<BulkWish['decision']>('rejected');
  const [reason, setReason] = useState<string>(REVIEW_REASONS.rejected[0]);
  const [counted, setCounted] = useState<BulkCount | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { attempt, isBusy } = useDoing();
  const wish = { filter: toFields(filter), decision, reason: decision === 'rejected' ? reason : null };
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      // What was counted is not what would be done any more.
      setCounted(null);
      set(value);
    };
  const count = (event: Event) => {
    event.preventDefault();
    void attempt(async () => {
      const next = await desk.countBulk(wish);
      setCounted(next);
      announce(say('bulk.would', { count: next.count }));
    });
  };
  const start = ({ token }: BulkCount) =>
    attempt(async () => {
      // Whether it begins or is refused, it is to be counted anew.
      setCounted(null);
      const { id } = await desk.startBulk(wish, token);
      location.hash = writeRoute('bulk', id, filter);
    });
  const act = say(decision === 'accepted' ? 'bulk.accept_all' : 'bulk.reject_all', { count: counted?.count ?? 0 });
  return (
    <>
      <form onSubmit={count} class="card">
        <BulkForm
          {...{ filter, decision, reason }}
          onFilter={change((part: Filter) => setFilter({ ...filter, ...part }))}
          onDecision={change(setDecision)}
          onReason={change(setReason)}
        />
        <div class="buttons">
          <button type="submit" class={`act ${counted ? '' : 'primary'}`} disabled={isBusy}>
            {say(isBusy ? 'bulk.counting' : 'bulk.count')}
          </button>
          {counted && counted.count > 0 ? (
            <button type="button" class="act danger" disabled={isBusy} onClick={() => setAsking(true)}>
              {act}…
            </button>
          ) : null}
        </div>
      </form>
      {counted ? <Sample counted={counted} /> : null}
      {counted && isAsking ? (
        <Asking
          {...{ act, reason: wish.reason }}
          onClose={() => setAsking(false)}
          onStart={() => {
            setAsking(false);
            void start(counted);
          }}
        />
      ) : null}
    </>
  );
}

/** One decision on many articles: first counted, then done step by step. */
export function BulkScreen({ id, filter }: { readonly id: string; readonly filter: Filter }) {
  return (
    <Page title={say('nav.bulk')}>
      <p class="hint lead">{say('bulk.hint')}</p>
      {id === '' ? (
        <NewBulk filter={filter} />
      ) : (
        <>
          <BulkProgress id={id} />
          <p class="onward">
            <a href={writeRoute('bulk', '', filter)}>{say('bulk.again')}</a>
          </p>
        </>
      )}
    </Page>
  );
}
