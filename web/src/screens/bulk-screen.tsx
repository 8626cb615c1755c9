import { useEffect, useState } from 'preact/hooks';
import { REVIEW_REASONS } from '../../../src/service/review/review-reasons.ts';
import { type BulkWish, desk, type Filter, toFields } from '../api/desk.ts';
import type { BulkCount, BulkProgress } from '../api/desk-types.ts';
import { say, sayNamed } from '../messages/say.ts';
import { writeRoute } from '../model/route.ts';
import { ScoreBadge } from '../parts/score-badge.tsx';
import { useDoing } from '../use-asked.ts';

const POLL_MS = 1000;
const FIELDS = ['q', 'source', 'rule', 'minScore', 'maxScore'] as const;
const KINDS = [
  'spam_insert',
  'garbage_token',
  'boilerplate',
  'duplicate',
  'near_duplicate',
  'cross_article_duplicate',
  'hidden_text',
  'leftover',
];

interface FormProps {
  readonly filter: Filter;
  readonly decision: BulkWish['decision'];
  readonly reason: string;
  readonly onFilter: (part: Filter) => void;
  readonly onDecision: (decision: BulkWish['decision']) => void;
  readonly onReason: (reason: string) => void;
}

function Form({ filter, decision, reason, onFilter, onDecision, onReason }: FormProps) {
  return (
    <div class="fields">
      {FIELDS.map((name) => (
        <label class="field" key={name}>
          <span>{say(`bulk.${name}`)}</span>
          <input
            type="text"
            inputMode={name.endsWith('Score') ? 'decimal' : 'text'}
            value={filter[name] ?? ''}
            onInput={({ currentTarget }) => onFilter({ [name]: currentTarget.value })}
          />
        </label>
      ))}
      <label class="field">
        <span>{say('facet.kind')}</span>
        <select value={filter.kind ?? ''} onChange={({ currentTarget }) => onFilter({ kind: currentTarget.value })}>
          <option value="">{say('bulk.any')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {sayNamed('kind', kind)}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="themes">
        <legend>{say('decide.label')}</legend>
        {(['accepted', 'rejected'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="decision" checked={decision === one} onChange={() => onDecision(one)} />
            {say(one === 'accepted' ? 'decide.accept' : 'decide.reject')}
          </label>
        ))}
      </fieldset>
      {decision === 'rejected' ? (
        <label class="field">
          <span>{say('bulk.reason')}</span>
          <select value={reason} onChange={({ currentTarget }) => onReason(currentTarget.value)}>
            {REVIEW_REASONS.rejected.map((one) => (
              <option key={one} value={one}>
                {sayNamed('reason', one)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </div>
  );
}

function Sample({ counted }: { readonly counted: BulkCount }) {
  return (
    <section aria-labelledby="sample">
      <h2 id="sample">{say('bulk.would', { count: counted.count })}</h2>
      <ul class="sample">
        {counted.sample.map((row) => (
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

function Progress({
  progress,
  onStop,
  onUndo,
}: {
  readonly progress: BulkProgress;
  readonly onStop: () => void;
  readonly onUndo: () => void;
}) {
  const { state, done, undone, total, refused } = progress;
  const isOver = state !== 'running' && state !== 'undoing';
  return (
    <section class="card" aria-labelledby="progress" aria-live="polite">
      <h2 id="progress">{sayNamed('bulk_state', state)}</h2>
      <progress
        max={Math.max(1, total)}
        value={state === 'undoing' || state === 'undone' ? undone : done}
        aria-labelledby="progress"
      />
      <p>{say('bulk.done', { done, total })}</p>
      {Object.entries(refused).map(([code, count]) => (
        <p key={code} class="hint">
          {say('bulk.refused', { count, why: sayNamed('problem', code) })}
        </p>
      ))}
      <div class="buttons">
        {state === 'running' ? (
          <button type="button" class="act" onClick={onStop}>
            {say('bulk.stop')}
          </button>
        ) : null}
        {isOver && state !== 'undone' && done > 0 ? (
          <button type="button" class="act danger" onClick={onUndo}>
            {say('bulk.undo')}
          </button>
        ) : null}
      </div>
    </section>
  );
}

/** One decision on many articles: first counted, then done step by step. */
export function BulkScreen({ filter: given }: { readonly filter: Filter }) {
  const [filter, setFilter] = useState(given);
  const [decision, setDecision] = useState<BulkWish['decision']>('rejected');
  const [reason, setReason] = useState<string>(REVIEW_REASONS.rejected[0]);
  const [counted, setCounted] = useState<BulkCount | null>(null);
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const attempt = useDoing();
  useEffect(() => {
    document.title = `${say('nav.bulk')} – ${say('app.name')}`;
  }, []);
  const isRunning = progress?.state === 'running' || progress?.state === 'undoing';
  useEffect(() => {
    if (!progress || !isRunning) return undefined;
    const timer = setInterval(() => void attempt(async () => setProgress(await desk.bulk(progress.id))), POLL_MS);
    return () => clearInterval(timer);
  }, [progress?.id, isRunning]);

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
    void attempt(async () => setCounted(await desk.countBulk(wish)));
  };
  const start = ({ token }: BulkCount) =>
    attempt(async () => {
      // Whether it begins or is refused, it is to be counted anew.
      setCounted(null);
      const { id } = await desk.startBulk(wish, token);
      setProgress(await desk.bulk(id));
    });
  return (
    <div class="plain-page">
      <h1>{say('nav.bulk')}</h1>
      <p class="hint lead">{say('bulk.hint')}</p>
      <form onSubmit={count} class="card">
        <Form
          {...{ filter, decision, reason }}
          onFilter={change((part: Filter) => setFilter({ ...filter, ...part }))}
          onDecision={change(setDecision)}
          onReason={change(setReason)}
        />
        <div class="buttons">
          <button type="submit" class="act">
            {say('bulk.count')}
          </button>
          {counted && counted.count > 0 ? (
            <button type="button" class="act danger" onClick={() => void start(counted)}>
              {say(decision === 'accepted' ? 'bulk.accept_all' : 'bulk.reject_all', { count: counted.count })}
            </button>
          ) : null}
        </div>
      </form>
      {counted ? <Sample counted={counted} /> : null}
      {progress ? (
        <Progress
          progress={progress}
          onStop={() => void attempt(async () => setProgress(await desk.stopBulk(progress.id)))}
          onUndo={() => void attempt(async () => setProgress(await desk.undoBulk(progress.id)))}
        />
      ) : null}
    </div>
  );
}
