import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { carry, Problem } from './api/call.ts';
import { desk } from './api/desk.ts';
import type { Session } from './api/desk-types.ts';
import { type AppContext, appContext, type HeldDecision } from './app-context.ts';
import { hasDrafts } from './drafts.ts';
import { type KeyMap, readKeyMap } from './keys/key-map.ts';
import { listenForKeys } from './keys/use-keys.ts';
import { sayProblem } from './messages/say-problem.ts';
import { HelpSheet } from './parts/help-sheet.tsx';
import { type Message, Messages } from './parts/messages.tsx';
import { Waiting } from './parts/waiting.tsx';
import { readPreferences } from './preferences.ts';
import { Screens } from './screens/screens.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { useRoute } from './use-route.ts';

const PREFERENCES = 'copydesk.preferences';
const KEYS = 'copydesk.keys';
const TENANT = 'copydesk.tenant';
/** How long a message stays; one of something that was not done stays longer, for it has to be read. */
const MESSAGE_MS = { good: 6000, bad: 20_000 } as const;

/** What was kept in the browser; a browser that keeps nothing is no reason not to work. */
function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Then it counts until the page is closed.
  }
}

function useKept<T>(name: string, parse: (text: string | null) => T): readonly [T, (next: T) => void] {
  const [value, setValue] = useState(() => parse(read(name)));
  const set = useCallback((next: T) => {
    setValue(next);
    keep(name, typeof next === 'string' ? next : JSON.stringify(next));
  }, []);
  return [value, set];
}

/** Reads who is signed in. `session` is `undefined` until that is known; `fault` says why it is not. */
function useSession() {
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  const [fault, setFault] = useState('');
  const set = useCallback((next: Session | null) => {
    carry({ csrf: next?.csrf ?? '' });
    setSession(next);
  }, []);
  const load = async () => {
    setFault('');
    try {
      set(await desk.session());
    } catch (error) {
      // Only the desk itself can say that nobody is signed in.
      if (error instanceof Problem && error.status === 401) set(null);
      else setFault(sayProblem(error));
    }
  };
  useEffect(() => void load(), []);
  return { session, setSession: set, fault, load };
}

/** The page of the desk. */
export function App() {
  const { session, setSession, fault, load } = useSession();
  const [preferences, keepPreferences] = useKept(PREFERENCES, readPreferences);
  const [keys, setKeys] = useKept<KeyMap>(KEYS, readKeyMap);
  const [chosenTenant, setTenant] = useKept(TENANT, (text) => text ?? '');
  const [held, setHeld] = useState<HeldDecision | null>(null);
  const [said, setSaid] = useState('');
  const [message, setMessage] = useState<Message | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { route, number } = useRoute();
  const tenant = session?.tenants.includes(chosenTenant) ? chosenTenant : (session?.tenants[0] ?? '');
  carry({ tenant });

  useEffect(() => {
    document.documentElement.dataset.theme = preferences.theme;
  }, [preferences.theme]);
  const keyMap = useRef<KeyMap | null>(keys);
  keyMap.current = preferences.usesKeys ? keys : null;
  useEffect(() => listenForKeys(() => keyMap.current), []);
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (hasDrafts()) event.preventDefault();
    };
    addEventListener('beforeunload', leave);
    return () => removeEventListener('beforeunload', leave);
  }, []);
  useEffect(() => {
    if (session === null) setHeld(null);
  }, [session]);
  useEffect(() => {
    if (!message) return undefined;
    const timer = setTimeout(() => setMessage(null), MESSAGE_MS[message.tone]);
    return () => clearTimeout(timer);
  }, [message]);

  const context = useMemo<AppContext>(
    () => ({
      ...{ session: session ?? null, setSession, tenant, setTenant, keys, setKeys, preferences, setHeld },
      held: held?.tenant === tenant ? held : null,
      setPreferences: (change) => keepPreferences({ ...preferences, ...change }),
      // The same words once more are heard only if they differ.
      announce: (text) => setSaid((before) => (before === text ? `${text}\u00a0` : text)),
      notify: (text, tone = 'good') => setMessage({ text, tone }),
      openHelp: () => setHelpOpen(true),
    }),
    [session, tenant, keys, preferences, held],
  );
  return (
    <appContext.Provider value={context}>
      {session === undefined ? (
        <main class="centre">
          <Waiting fault={fault} onRetry={load} />
        </main>
      ) : null}
      {session === null || (session && route.screen === 'join') ? (
        <SignIn invitation={route.screen === 'join' ? route.id : ''} />
      ) : null}
      {session && route.screen !== 'join' ? (
        <Screens key={`${session.person.id} ${tenant}`} route={route} visit={number} />
      ) : null}
      <Messages said={said} message={message} onClose={() => setMessage(null)} />
      {isHelpOpen ? <HelpSheet onClose={() => setHelpOpen(false)} /> : null}
    </appContext.Provider>
  );
}
