import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/call.ts';
import { desk } from '../api/desk.ts';
import { useApp } from '../app-context.ts';
import { say } from '../messages/say.ts';
import { sayProblem } from '../messages/say-problem.ts';
import { writeRoute } from '../model/route.ts';

/** The least that a password of the desk has. */
const MIN_PASSWORD = 12;

function useSending(send: () => Promise<void>, before: Problem | null = null) {
  const [problem, setProblem] = useState<Problem | null>(before);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await send();
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(0, 'internal', String(error), ''));
    }
    setBusy(false);
  };
  return { problem, isBusy, submit };
}

function Fault({ problem }: { readonly problem: Problem | null }) {
  return <div role="alert">{problem ? <p class="fault">{sayProblem(problem)}</p> : null}</div>;
}

interface FieldProps {
  readonly label: string;
  readonly type?: 'text' | 'password';
  readonly complete: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly least?: number;
}

function Field({ label, type = 'text', complete, value, onValue, least }: FieldProps) {
  const onInput = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => onValue(currentTarget.value);
  const id = useId();
  const attributes = { id, value, required: true, autoComplete: complete, onInput };
  return (
    <label class="field" for={id}>
      <span>{label}</span>
      {type === 'password' ? <input type="password" {...attributes} minLength={least} /> : <input type="text" {...attributes} />}
    </label>
  );
}

/** What went wrong at a provider of sign-in stands in the address that it leads back to. */
function readReturned(): Problem | null {
  const code = /^#sign-in=([a-z_]+)$/u.exec(location.hash)?.[1];
  if (code === undefined) return null;
  history.replaceState(null, '', writeRoute('queue'));
  return new Problem(401, code, '', '');
}

/** Where people may sign in besides here, once that is known. */
function useProvider() {
  const [oidc, setOidc] = useState<{ readonly label: string } | null>(null);
  useEffect(() => {
    desk.signInWays().then(
      (ways) => setOidc(ways.oidc),
      () => undefined,
    );
  }, []);
  return oidc;
}

function LogIn() {
  const { setSession } = useApp();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const oidc = useProvider();
  const [returned] = useState(readReturned);
  const { problem, isBusy, submit } = useSending(async () => setSession(await desk.signIn(login, password)), returned);
  return (
    <form onSubmit={submit}>
      <h1>{say('sign_in.title')}</h1>
      <Field label={say('sign_in.login')} complete="username" value={login} onValue={setLogin} />
      <Field label={say('sign_in.password')} type="password" complete="current-password" value={password} onValue={setPassword} />
      <Fault problem={problem} />
      <button type="submit" class="act primary" disabled={isBusy}>
        {say('sign_in.act')}
      </button>
      {oidc ? (
        <a class="act" href="/v1/desk/oidc/start">
          {say('sign_in.oidc', { label: oidc.label })}
        </a>
      ) : null}
      <p class="hint">{say('sign_in.hint')}</p>
    </form>
  );
}

function Join({ invitation }: { readonly invitation: string }) {
  const { setSession } = useApp();
  const [password, setPassword] = useState('');
  const { problem, isBusy, submit } = useSending(async () => {
    const session = await desk.join(invitation, password);
    // The invitation is used up, and must not stand in the address any longer.
    history.replaceState(null, '', writeRoute('queue'));
    dispatchEvent(new HashChangeEvent('hashchange'));
    setSession(session);
  });
  const oidc = useProvider();
  const elsewhere = useSending(async () => location.assign((await desk.joinElsewhere(invitation)).url));
  return (
    <form onSubmit={submit}>
      <h1>{say('join.title')}</h1>
      <p>{say('join.hint', { count: MIN_PASSWORD })}</p>
      <Field
        label={say('join.password')}
        type="password"
        complete="new-password"
        value={password}
        onValue={setPassword}
        least={MIN_PASSWORD}
      />
      <Fault problem={problem ?? elsewhere.problem} />
      <button type="submit" class="act primary" disabled={isBusy}>
        {say('join.act')}
      </button>
      {oidc ? (
        <button type="button" class="act" disabled={elsewhere.isBusy} onClick={elsewhere.submit}>
          {say('join.oidc', { label: oidc.label })}
        </button>
      ) : null}
      <p class="hint">
        <a href={writeRoute('queue')}>{say('join.instead')}</a>
      </p>
    </form>
  );
}

/** The door: login and password, or the first password of somebody who was invited. */
export function SignIn({ invitation }: { readonly invitation: string }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = say('app.name');
    main.current?.querySelector('input')?.focus();
  }, []);
  return (
    <main ref={main} class="door">
      <div class="card">
        <p class="brand">
          <span class="pencil" aria-hidden="true" />
          {say('app.name')}
        </p>
        {invitation === '' ? <LogIn /> : <Join invitation={invitation} />}
      </div>
    </main>
  );
}
