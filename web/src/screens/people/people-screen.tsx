import { useState } from 'preact/hooks';
import { desk } from '../../api/desk.ts';
import type { Account } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say } from '../../messages/say.ts';
import { Page } from '../../parts/page.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useAsked } from '../../use-asked.ts';
import { useDoing } from '../../use-doing.ts';
import { AccountRow } from './account-row.tsx';
import { type Invitation, InvitationBox } from './invitation-box.tsx';
import { NewPerson } from './new-person.tsx';

/** All people of the desk. The desk gives them page by page. */
async function readPeople(): Promise<readonly Account[]> {
  const people: Account[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Awaited<ReturnType<typeof desk.people>> = await desk.people(after);
    people.push(...page.people);
    after = page.next;
  }
  return people;
}

interface ListProps {
  readonly people: readonly Account[];
  readonly isBusy: boolean;
  readonly onChange: (account: Account, change: { readonly role?: string; readonly isDisabled?: boolean }) => Promise<boolean>;
  readonly onInvite: (account: Account) => void;
}

function PeopleList({ people, isBusy, onChange, onInvite }: ListProps) {
  const hasTenants = new Set(people.map(({ tenant }) => tenant)).size > 1;
  return (
    <ul class="people">
      {people.map((account) => (
        <AccountRow
          key={account.id}
          {...{ account, isBusy, hasTenants }}
          onChange={(change) => onChange(account, change)}
          onInvite={() => onInvite(account)}
        />
      ))}
    </ul>
  );
}

/** Who works at the desk. */
export function PeopleScreen() {
  const { notify } = useApp();
  const { answer: people, fault, load } = useAsked(readPeople);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const { attempt, isBusy } = useDoing();
  const then = async (work: () => Promise<unknown>) => {
    const isDone = await attempt(work);
    await load();
    return isDone;
  };
  const invite = async ({ id, name }: Account) => setInvitation({ name, ...(await desk.invite(id)) });
  const change = async (account: Account, wanted: { readonly role?: string; readonly isDisabled?: boolean }) => {
    const isDone = await then(() => desk.changePerson(account.id, wanted));
    if (isDone) notify(say('people.changed', { name: account.name }));
    return isDone;
  };
  return (
    <Page title={say('nav.people')}>
      <p class="hint lead">{say('people.hint')}</p>
      <NewPerson isBusy={isBusy} onAdd={(body) => then(async () => invite(await desk.addPerson(body)))} />
      {invitation ? <InvitationBox {...invitation} /> : null}
      {!people || fault !== '' ? <Waiting fault={fault} onRetry={load} /> : null}
      {people ? (
        <PeopleList {...{ people, isBusy }} onChange={change} onInvite={(account) => void then(() => invite(account))} />
      ) : null}
    </Page>
  );
}
