import { useId, useState } from 'preact/hooks';
import { say } from '../../messages/say.ts';
import { TextField } from '../../parts/text-field.tsx';
import { RoleSelect } from './role-select.tsx';

interface Props {
  readonly isBusy: boolean;
  /** Answers whether the person was added. */
  readonly onAdd: (body: { readonly login: string; readonly name: string; readonly role: string }) => Promise<boolean>;
}

/** Somebody new: who they are, and what they may do. */
export function NewPerson({ isBusy, onAdd }: Props) {
  const id = useId();
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState('moderator');
  const add = async (event: Event) => {
    event.preventDefault();
    if (!(await onAdd({ login, name: name.trim(), role }))) return;
    setLogin('');
    setName('');
  };
  return (
    <form class="card fields" onSubmit={(event) => void add(event)}>
      <TextField
        label={say('people.name')}
        required
        maxLength={100}
        pattern=".*\S.*"
        autoComplete="off"
        value={name}
        onValue={setName}
      />
      <TextField
        label={say('sign_in.login')}
        required
        maxLength={100}
        pattern="\S+"
        title={say('people.login_hint')}
        autoComplete="off"
        value={login}
        onValue={setLogin}
      />
      <label class="field" for={id}>
        <span>{say('people.role')}</span>
        <RoleSelect id={id} role={role} onRole={setRole} />
      </label>
      <button type="submit" class="act primary" disabled={isBusy}>
        {say('people.add')}
      </button>
      <p class="hint">{say(`people.may_${role === 'publisher' || role === 'lead' || role === 'admin' ? role : 'moderator'}`)}</p>
    </form>
  );
}
