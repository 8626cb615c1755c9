import { useEffect, useState } from 'preact/hooks';
import { desk } from '../api/desk.ts';
import type { Account } from '../api/desk-types.ts';
import { useApp } from '../app-context.ts';
import { say, sayNamed } from '../messages/say.ts';
import { PersonBadge } from '../parts/person-badge.tsx';
import { Age } from '../parts/time.tsx';
import { useAsked, useDoing } from '../use-asked.ts';

const ROLES = ['publisher', 'moderator', 'lead', 'admin'] as const;

interface RowProps {
  readonly account: Account;
  readonly onChange: (change: { readonly role?: string; readonly isDisabled?: boolean }) => void;
  readonly onInvite: () => void;
}

function AccountRow({ account, onChange, onInvite }: RowProps) {
  const { session } = useApp();
  const isMe = session?.person.id === account.id;
  const isOff = account.disabledAt !== null;
  const state = isOff ? 'off' : account.hasJoined ? 'joined' : 'invited';
  return (
    <tr class={isOff ? 'off' : ''}>
      <th scope="row">
        <PersonBadge person={account} isNamed />
      </th>
      <td>
        <bdi>{account.signInName}</bdi>
      </td>
      <td>
        <select
          value={account.role}
          disabled={isMe}
          aria-label={say('people.role_of', { name: account.name })}
          onChange={({ currentTarget }) => onChange({ role: currentTarget.value })}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {say(`role.${role}`)}
            </option>
          ))}
        </select>
      </td>
      <td>{sayNamed('people', state)}</td>
      <td>
        <Age since={account.createdAt} />
      </td>
      <td class="row-acts">
        {isOff ? null : (
          <button type="button" class="plain link" onClick={onInvite}>
            {say('people.invite')}
          </button>
        )}
        {isMe ? null : (
          <button type="button" class="plain link" onClick={() => onChange({ isDisabled: !isOff })}>
            {say(isOff ? 'people.enable' : 'people.disable')}
          </button>
        )}
      </td>
    </tr>
  );
}

function NewPerson({ onAdd }: { readonly onAdd: (body: { login: string; name: string; role: string }) => Promise<boolean> }) {
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<string>('moderator');
  const add = async (event: Event) => {
    event.preventDefault();
    if (!(await onAdd({ login, name, role }))) return;
    setLogin('');
    setName('');
  };
  return (
    <form class="card fields" onSubmit={add}>
      <label class="field">
        <span>{say('people.name')}</span>
        <input type="text" required maxLength={100} value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
      </label>
      <label class="field">
        <span>{say('sign_in.login')}</span>
        <input
          type="text"
          required
          maxLength={100}
          value={login}
          onInput={({ currentTarget }) => setLogin(currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{say('people.role')}</span>
        <select value={role} onChange={({ currentTarget }) => setRole(currentTarget.value)}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {say(`role.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="act primary">
        {say('people.add')}
      </button>
    </form>
  );
}

/** Who works at the desk. */
export function PeopleScreen() {
  const [list, load] = useAsked(desk.people);
  const [link, setLink] = useState<{ readonly name: string; readonly url: string } | null>(null);
  const attempt = useDoing();
  useEffect(() => {
    document.title = `${say('nav.people')} – ${say('app.name')}`;
  }, []);
  const then = async (work: () => Promise<unknown>) => {
    const isDone = await attempt(work);
    await load();
    return isDone;
  };
  const invite = async ({ id, name }: Account) => setLink({ name, url: (await desk.invite(id)).url });
  return (
    <div class="plain-page">
      <h1>{say('nav.people')}</h1>
      <NewPerson onAdd={(body) => then(async () => invite(await desk.addPerson(body)))} />
      <div role="status">
        {link ? (
          <p class="link-box">
            {say('people.link', { name: link.name })} <code>{link.url}</code>
          </p>
        ) : null}
      </div>
      <div class="table-box">
        <table>
          <thead>
            <tr>
              {(['name', 'login', 'role', 'state', 'since', 'acts'] as const).map((name) => (
                <th key={name} scope="col">
                  {say(`people.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list?.people.map((account) => (
              <AccountRow
                key={account.id}
                account={account}
                onChange={(change) => void then(() => desk.changePerson(account.id, change))}
                onInvite={() => void then(() => invite(account))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
