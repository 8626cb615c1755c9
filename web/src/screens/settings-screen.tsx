import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { ACTS, type Act, DEFAULT_KEYS, remapKey } from '../keys/key-map.ts';
import { say, sayNamed } from '../messages/say.ts';
import { Page } from '../parts/page.tsx';
import type { Preferences } from '../preferences.ts';
import { DeskSettings } from './desk-settings.tsx';
import { OwnAccount } from './own-account.tsx';

const THEMES = ['system', 'light', 'dark'] as const;
const SWITCHES = [
  'isBlurred',
  'isGrey',
  'isMarkupShown',
  'claimsOnOpen',
  'usesKeys',
] as const satisfies readonly (keyof Preferences)[];

function Appearance() {
  const { preferences, setPreferences } = useApp();
  return (
    <section class="card" aria-labelledby="looks">
      <h2 id="looks">{say('settings.looks')}</h2>
      <fieldset class="themes">
        <legend>{say('settings.theme')}</legend>
        {THEMES.map((theme) => (
          <label key={theme}>
            <input type="radio" name="theme" checked={preferences.theme === theme} onChange={() => setPreferences({ theme })} />
            {say(`theme.${theme}`)}
          </label>
        ))}
      </fieldset>
      {SWITCHES.map((name) => (
        <label class="switch" key={name}>
          <input
            type="checkbox"
            checked={preferences[name]}
            onChange={({ currentTarget }) => setPreferences({ [name]: currentTarget.checked })}
          />
          <span>
            {say(`settings.${name}`)}
            <span class="hint">{say(`settings.${name}_hint`)}</span>
          </span>
        </label>
      ))}
    </section>
  );
}

/** One key at a time can be chosen anew; one that another act has is refused. */
function KeySettings() {
  const { keys, setKeys, announce } = useApp();
  const [asking, setAsking] = useState<Act | null>(null);
  const [fault, setFault] = useState('');
  const press = (act: Act) => (event: KeyboardEvent) => {
    if (asking !== act || ['Tab', 'Shift', 'Enter', ' '].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setAsking(null);
    if (event.ctrlKey || event.altKey || event.metaKey) return setFault(say('keys.no_modifier'));
    const next = remapKey(keys, act, event.key);
    if ('fault' in next) {
      return setFault(
        next.fault === 'taken' ? say('keys.taken', { key: event.key, act: sayNamed('act', next.by) }) : say('keys.unusable'),
      );
    }
    setKeys(next);
    setFault('');
    setAsking(null);
    announce(say('keys.changed', { key: event.key, act: sayNamed('act', act) }));
  };
  return (
    <section class="card" aria-labelledby="keys">
      <h2 id="keys">{say('keys.title')}</h2>
      <p class="hint">{say('keys.hint')}</p>
      <div role="alert">{fault === '' ? null : <p class="fault">{fault}</p>}</div>
      <ul class="key-settings">
        {ACTS.map((act) => (
          <li key={act}>
            <span>{sayNamed('act', act)}</span>
            <button
              type="button"
              class="key-choice"
              aria-label={say('keys.choose', { act: sayNamed('act', act), key: keys[act] })}
              aria-pressed={asking === act}
              onClick={() => setAsking(asking === act ? null : act)}
              onKeyDown={press(act)}
              onBlur={() => setAsking(null)}
            >
              {asking === act ? say('keys.press') : <kbd class="key">{keys[act]}</kbd>}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="act" onClick={() => setKeys(DEFAULT_KEYS)}>
        {say('keys.reset')}
      </button>
    </section>
  );
}

/** How the page looks and which keys it has, in this browser. */
export function SettingsScreen() {
  const role = useApp().session?.person.role;
  return (
    <Page title={say('nav.settings')}>
      <div class="cards">
        <Appearance />
        <OwnAccount />
        <KeySettings />
        {role === 'lead' || role === 'admin' ? <DeskSettings canChange={role === 'admin'} /> : null}
      </div>
    </Page>
  );
}
