import { useState } from 'preact/hooks';
import { desk } from '../api/desk.ts';
import type { OwnAccount as Account } from '../api/desk-types.ts';
import { useApp } from '../app-context.ts';
import { say } from '../messages/say.ts';
import { Age } from '../parts/time.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { useAsked } from '../use-asked.ts';
import { useDoing } from '../use-doing.ts';

/** The least that a password of the desk has. */
const MIN_PASSWORD = 12;

interface PasswordProps {
  readonly label: string;
  readonly complete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Password({ label, complete, value, onValue }: PasswordProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="password"
        required
        minLength={complete === 'new-password' ? MIN_PASSWORD : 1}
        maxLength={200}
        autoComplete={complete}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </label>
  );
}

function PasswordForm({ onDone }: { readonly onDone: () => Promise<void> }) {
  const { setSession, notify } = useApp();
  const { attempt, isBusy } = useDoing();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const save = async (event: Event) => {
    event.preventDefault();
    const work = async () => setSession(await desk.changePassword(current, next));
    if (!(await attempt(work))) return;
    setCurrent('');
    setNext('');
    notify(say('account.changed'));
    await onDone();
  };
  return (
    <form onSubmit={save}>
      <Password label={say('account.current')} complete="current-password" value={current} onValue={setCurrent} />
      <Password label={say('account.next')} complete="new-password" value={next} onValue={setNext} />
      <p class="hint">{say('account.hint', { count: MIN_PASSWORD })}</p>
      <button type="submit" class="act" disabled={isBusy}>
        {say('account.change')}
      </button>
    </form>
  );
}

function Sessions({ account, onDone }: { readonly account: Account; readonly onDone: () => Promise<void> }) {
  const { notify } = useApp();
  const { attempt, isBusy } = useDoing();
  const end = async (work: () => Promise<void>) => {
    if (await attempt(work)) notify(say('account.ended'));
    await onDone();
  };
  return (
    <>
      <h3>{say('account.sessions')}</h3>
      <ul class="key-settings">
        {account.sessions.map(({ id, createdAt, seenAt, isCurrent }) => (
          <li key={id}>
            <span>
              {say('account.begun')} <Age since={createdAt} />, {say('account.used')} <Age since={seenAt} />
            </span>
            {isCurrent ? (
              <strong>{say('account.here')}</strong>
            ) : (
              <button type="button" class="plain link" disabled={isBusy} onClick={() => end(() => desk.endSession(id))}>
                {say('account.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {account.sessions.length > 1 ? (
        <button type="button" class="act" disabled={isBusy} onClick={() => end(desk.endOtherSessions)}>
          {say('account.end_others')}
        </button>
      ) : null}
    </>
  );
}

/** One's own password and sessions. */
export function OwnAccount() {
  const { answer: account, fault, load } = useAsked(desk.account);
  return (
    <section class="card" aria-labelledby="account">
      <h2 id="account">{say('account.title')}</h2>
      {account ? (
        <>
          <p>{say('account.name', { name: account.signInName })}</p>
          {account.hasPassword ? <PasswordForm onDone={load} /> : <p class="hint">{say('account.elsewhere')}</p>}
          <Sessions account={account} onDone={load} />
        </>
      ) : (
        <Waiting fault={fault} onRetry={load} />
      )}
    </section>
  );
}
