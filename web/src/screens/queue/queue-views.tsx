import { useState } from 'preact/hooks';
import { desk, type Filter } from '../../api/desk.ts';
import { say } from '../../messages/say.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useAsked, useDoing } from '../../use-asked.ts';

interface Props {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Views that everybody has. */
const VIEWS = [
  { name: 'open', filter: {} },
  { name: 'free', filter: { assignee: 'none' } },
  { name: 'mine', filter: { assignee: 'me' } },
  { name: 'escalated', filter: { state: 'escalated' } },
  { name: 'appealed', filter: { state: 'appealed' } },
  { name: 'decided', filter: { state: 'decided' } },
  { name: 'all', filter: { state: 'all' } },
] as const satisfies readonly { readonly name: string; readonly filter: Filter }[];

/** What makes a view: the state and who has it. The rest narrows it down. */
const isShown = (filter: Filter, view: Filter) =>
  (filter.state ?? '') === (view.state ?? '') && (filter.assignee ?? '') === (view.assignee ?? '') && (filter.view ?? '') === '';

/** Asks for the name of a view that is to be kept. */
function KeepDialog({
  onKeep,
  onClose,
}: {
  readonly onKeep: (name: string, isShared: boolean) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const keep = (event: Event) => {
    event.preventDefault();
    onKeep(name, isShared);
  };
  return (
    <Dialog title={say('view.keep')} onClose={onClose}>
      <form onSubmit={keep}>
        <label class="field">
          <span>{say('view.name')}</span>
          <input
            type="text"
            required
            autofocus
            maxLength={100}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label class="switch">
          <input type="checkbox" checked={isShared} onChange={({ currentTarget }) => setShared(currentTarget.checked)} />
          <span>{say('view.share')}</span>
        </label>
        <button type="submit" class="act primary">
          {say('view.keep')}
        </button>
      </form>
    </Dialog>
  );
}

/** Views that people have kept, and a way to keep the filters of now. */
function KeptViews({ filter, onFilter }: Props) {
  const [list, load] = useAsked(desk.views);
  const [isAsking, setAsking] = useState(false);
  const attempt = useDoing();
  const then = async (work: () => Promise<unknown>) => {
    await attempt(work);
    await load();
  };
  const { view: _, ...rest } = filter;
  return (
    <>
      <ul>
        {list?.views.map(({ id, name, mayChange, isStale, filter: kept }) => (
          <li key={id} class="kept">
            <button
              type="button"
              disabled={isStale}
              title={isStale ? say('problem.stale_view') : undefined}
              aria-current={filter.view === id ? 'true' : undefined}
              onClick={() =>
                onFilter({ ...Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, `${value}`])), view: id })
              }
            >
              <bdi>{name}</bdi>
            </button>
            {mayChange ? (
              <button
                type="button"
                class="drop"
                aria-label={say('view.drop', { name })}
                onClick={() => void then(() => desk.dropView(id))}
              >
                <span aria-hidden="true">{'×'}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {Object.keys(rest).length > 0 && filter.view === undefined ? (
        <button type="button" class="keep" onClick={() => setAsking(true)}>
          {say('view.keep')}
        </button>
      ) : null}
      {isAsking ? (
        <KeepDialog
          onClose={() => setAsking(false)}
          onKeep={(name, isShared) => {
            setAsking(false);
            void then(() => desk.keepView(name, rest, isShared));
          }}
        />
      ) : null}
    </>
  );
}

export function QueueViews({ filter, onFilter }: Props) {
  return (
    <nav aria-label={say('view.label')} class="views">
      <h2>{say('view.label')}</h2>
      <ul>
        {VIEWS.map(({ name, filter: view }) => (
          <li key={name}>
            <button type="button" aria-current={isShown(filter, view) ? 'true' : undefined} onClick={() => onFilter(view)}>
              {say(`view.${name}`)}
            </button>
          </li>
        ))}
      </ul>
      <KeptViews filter={filter} onFilter={onFilter} />
    </nav>
  );
}
