import { useState } from 'preact/hooks';
import { desk, type Filter } from '../../api/desk.ts';
import type { View } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say } from '../../messages/say.ts';
import { sameFilter } from '../../model/same-filter.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormButtons } from '../../parts/form-buttons.tsx';
import { LastQuestion } from '../../parts/last-question.tsx';
import { PersonBadge } from '../../parts/person-badge.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useDoing } from '../../use-doing.ts';

/** What a kept view shows, as the address has it. The view itself is not named there: what somebody takes away of its filters is gone. */
const toAddress = ({ filter }: View): Filter =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, `${value}`]));

interface KeepProps {
  /** Answers whether it was kept. */
  readonly onKeep: (name: string, isShared: boolean) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks for the name of a view that is to be kept, until it has one that can be had. */
function KeepDialog({ onKeep, onClose }: KeepProps) {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const keep = async (event: Event) => {
    event.preventDefault();
    if (await onKeep(name.trim(), isShared)) onClose();
  };
  return (
    <Dialog title={say('view.keep')} onClose={onClose}>
      <form onSubmit={(event) => void keep(event)}>
        <TextField label={say('view.name')} required autofocus pattern=".*\S.*" maxLength={100} value={name} onValue={setName} />
        <label class="switch">
          <input type="checkbox" checked={isShared} onChange={({ currentTarget }) => setShared(currentTarget.checked)} />
          <span>{say('view.share')}</span>
        </label>
        <FormButtons act={say('view.keep')} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

interface DropProps {
  readonly view: View;
  readonly onDrop: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks before a view is dropped, for it cannot be brought back. */
function DropDialog({ view: { name, isShared }, onDrop, onClose }: DropProps) {
  const drop = async () => {
    if (await onDrop()) onClose();
  };
  return (
    <Dialog title={say('view.drop', { name })} onClose={onClose}>
      <p>{say(isShared ? 'view.drop_shared' : 'view.drop_own')}</p>
      <LastQuestion act={say('view.drop_act')} onAct={() => void drop()} onCancel={onClose} />
    </Dialog>
  );
}

interface ItemProps {
  readonly view: View;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly onDrop: () => void;
}

function Item({ view, isShown, onShow, onDrop }: ItemProps) {
  const { name, mayChange, isStale, isShared, isOwn, owner } = view;
  return (
    <li class="kept">
      <button
        type="button"
        disabled={isStale}
        title={isStale ? say('problem.stale_view') : undefined}
        aria-current={isShown ? 'true' : undefined}
        onClick={onShow}
      >
        <bdi>{name}</bdi>
        {isOwn ? null : <PersonBadge person={owner} />}
        {isOwn && isShared ? <span class="count">{say('view.shared')}</span> : null}
      </button>
      {mayChange ? (
        <button type="button" class="drop" aria-label={say('view.drop', { name })} onClick={onDrop}>
          <span aria-hidden="true">{'×'}</span>
        </button>
      ) : null}
    </li>
  );
}

interface Props {
  readonly views: readonly View[];
  readonly filter: Filter;
  readonly canKeep: boolean;
  readonly onFilter: (filter: Filter) => void;
  readonly onChanged: () => Promise<void>;
}

/** Views that people have kept, and a way to keep the filters of now. */
export function KeptViews({ views, filter, canKeep, onFilter, onChanged }: Props) {
  const { notify } = useApp();
  const [isAsking, setAsking] = useState(false);
  const [dropped, setDropped] = useState<View | null>(null);
  const { attempt } = useDoing();
  const then = async (work: () => Promise<unknown>, text: string) => {
    const isDone = await attempt(work);
    await onChanged();
    if (isDone) notify(text);
    return isDone;
  };
  return (
    <>
      <ul>
        {views.map((view) => (
          <Item
            key={view.id}
            view={view}
            isShown={sameFilter(view.filter, filter)}
            onShow={() => onFilter(toAddress(view))}
            onDrop={() => setDropped(view)}
          />
        ))}
      </ul>
      {canKeep ? (
        <button type="button" class="keep" onClick={() => setAsking(true)}>
          {say('view.keep')}
        </button>
      ) : null}
      {isAsking ? (
        <KeepDialog
          onClose={() => setAsking(false)}
          onKeep={(name, isShared) => then(() => desk.keepView(name, filter, isShared), say('view.kept', { name }))}
        />
      ) : null}
      {dropped ? (
        <DropDialog
          view={dropped}
          onClose={() => setDropped(null)}
          onDrop={() => then(() => desk.dropView(dropped.id), say('view.dropped', { name: dropped.name }))}
        />
      ) : null}
    </>
  );
}
