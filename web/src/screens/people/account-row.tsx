import { useEffect, useState } from 'preact/hooks';
import type { Account } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { PersonBadge } from '../../parts/person-badge.tsx';
import { Age } from '../../parts/time.tsx';
import { RoleSelect } from './role-select.tsx';

interface RoleProps {
  readonly account: Account;
  readonly isOff: boolean;
  /** Answers whether it was changed. */
  readonly onRole: (role: string) => Promise<boolean>;
}

/** A role is changed by a button of its own: arrow keys in the list change nothing, and what is refused does not look as if it were done. */
function RoleForm({ account: { name, role }, isOff, onRole }: RoleProps) {
  const [wanted, setWanted] = useState<string>(role);
  useEffect(() => setWanted(role), [role]);
  const change = async (event: Event) => {
    event.preventDefault();
    if (!(await onRole(wanted))) setWanted(role);
  };
  return (
    <form class="role-form" onSubmit={(event) => void change(event)}>
      <RoleSelect label={say('people.role_of', { name })} role={wanted} isOff={isOff} onRole={setWanted} />
      {wanted === role ? null : (
        <button type="submit" class="act primary">
          {say('people.change')}
        </button>
      )}
    </form>
  );
}

interface Props {
  readonly account: Account;
  readonly isBusy: boolean;
  readonly hasTenants: boolean;
  readonly onChange: (change: { readonly role?: string; readonly isDisabled?: boolean }) => Promise<boolean>;
  readonly onInvite: () => void;
}

/** Somebody in the list of people, and what can be changed of them. Nobody takes their own rights. */
export function AccountRow({ account, isBusy, hasTenants, onChange, onInvite }: Props) {
  const isMe = useApp().session?.person.id === account.id;
  const isOff = account.disabledAt !== null;
  const state = isOff ? 'off' : account.hasJoined ? 'joined' : 'invited';
  return (
    <li class={`person-row ${isOff ? 'off' : ''}`}>
      <div class="who">
        <h2>
          <PersonBadge person={account} isNamed /> {isMe ? <span class="quiet">{say('people.me')}</span> : null}
        </h2>
        <p class="quiet">
          <bdi>{account.signInName}</bdi>
          {hasTenants ? (
            <>
              {' · '}
              <bdi>{account.tenant ?? say('people.all_tenants')}</bdi>
            </>
          ) : null}
          {' · '}
          {say('people.since')} <Age since={account.createdAt} />
        </p>
      </div>
      <span class={`state ${state}`}>{sayNamed('people', state)}</span>
      <RoleForm account={account} isOff={isMe} onRole={(role) => onChange({ role })} />
      <div class="row-acts">
        {isOff ? null : (
          <button type="button" class="act" disabled={isBusy} onClick={onInvite}>
            {say(account.hasJoined ? 'people.reset' : 'people.invite')}{' '}
            <span class="unseen">{say('people.for', { name: account.name })}</span>
          </button>
        )}
        {isMe ? null : (
          <button
            type="button"
            class={`act ${isOff ? '' : 'danger'}`}
            disabled={isBusy}
            onClick={() => void onChange({ isDisabled: !isOff })}
          >
            {say(isOff ? 'people.enable' : 'people.disable')} <span class="unseen">{account.name}</span>
          </button>
        )}
      </div>
    </li>
  );
}
