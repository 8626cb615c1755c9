import { useEffect, useRef } from 'preact/hooks';
import { carry } from '../api/call.ts';
import { desk } from '../api/desk.ts';
import { useApp } from '../app-context.ts';
import { say, sayNamed } from '../messages/say.ts';
import { type Route, writeRoute } from '../model/route.ts';
import { KeyCap } from './key-cap.tsx';
import { PersonBadge } from './person-badge.tsx';

const ROLES = ['publisher', 'moderator', 'lead', 'admin'];
/** Screens, and the least role that they are for. */
const PLACES = [
  { screen: 'queue', role: 'moderator' },
  { screen: 'check', role: 'moderator' },
  { screen: 'rules', role: 'moderator' },
  { screen: 'bulk', role: 'lead' },
  { screen: 'people', role: 'admin' },
  { screen: 'settings', role: 'publisher' },
] as const;

function Account() {
  const { session, setSession, tenant, setTenant, openHelp } = useApp();
  if (!session) return null;
  const leave = async () => {
    await desk.signOut().catch(() => undefined);
    carry({ csrf: '' });
    setSession(null);
  };
  return (
    <div class="account">
      {session.tenants.length > 1 ? (
        <label class="tenant">
          <span class="unseen">{say('nav.tenant')}</span>
          <select value={tenant} onChange={({ currentTarget }) => setTenant(currentTarget.value)}>
            {session.tenants.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      ) : null}
      <button type="button" class="plain" onClick={openHelp}>
        {say('nav.keys')} <KeyCap act="help" />
      </button>
      <span class="me">
        <PersonBadge person={session.person} isNamed />
        <span class="quiet role">{sayNamed('role', session.person.role)}</span>
      </span>
      <button type="button" class="plain" onClick={() => void leave()}>
        {say('nav.leave')}
      </button>
    </div>
  );
}

export function TopBar({ screen }: { readonly screen: Route['screen'] }) {
  const { session } = useApp();
  const rank = ROLES.indexOf(session?.person.role ?? '');
  const places = useRef<HTMLUListElement>(null);
  // On a narrow screen the list scrolls.
  useEffect(
    () => places.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    [screen],
  );
  const isHere = (name: string) => name === screen || (name === 'queue' && screen === 'article');
  return (
    <header class="top-bar">
      <a class="brand" href={writeRoute('queue')}>
        <span class="pencil" aria-hidden="true" />
        {say('app.name')}
      </a>
      <nav aria-label={say('nav.label')}>
        <ul ref={places}>
          {PLACES.filter(({ role }) => rank >= ROLES.indexOf(role)).map(({ screen: name }) => (
            <li key={name}>
              <a href={writeRoute(name)} aria-current={isHere(name) ? 'page' : undefined}>
                {say(`nav.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Account />
    </header>
  );
}
