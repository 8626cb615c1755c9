import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from './api/desk-types.ts';
import { DEFAULT_KEYS, type KeyMap } from './keys/key-map.ts';
import { DEFAULT_PREFERENCES, type Preferences } from './preferences.ts';

/** A decision that can still be taken back. */
export interface HeldDecision {
  readonly tenant: string;
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly decision: 'accepted' | 'rejected';
  /** Where in the page it was made. */
  readonly address: string;
  /** When the publisher is told, by the page's own clock. */
  readonly until: number;
}

/** What every screen works with. */
export interface AppContext {
  readonly session: Session | null;
  readonly setSession: (session: Session | null) => void;
  readonly tenant: string;
  readonly setTenant: (tenant: string) => void;
  readonly keys: KeyMap;
  readonly setKeys: (keys: KeyMap) => void;
  readonly preferences: Preferences;
  readonly setPreferences: (change: Partial<Preferences>) => void;
  /** Says something to those who cannot see the page. */
  readonly announce: (text: string) => void;
  /** Shows a sentence for some seconds, and announces it. */
  readonly notify: (text: string, tone?: 'good' | 'bad') => void;
  readonly held: HeldDecision | null;
  readonly setHeld: (held: HeldDecision | null) => void;
  readonly openHelp: () => void;
}

const nothing = () => undefined;

export const appContext = createContext<AppContext>({
  session: null,
  setSession: nothing,
  tenant: '',
  setTenant: nothing,
  keys: DEFAULT_KEYS,
  setKeys: nothing,
  preferences: DEFAULT_PREFERENCES,
  setPreferences: nothing,
  announce: nothing,
  notify: nothing,
  held: null,
  setHeld: nothing,
  openHelp: nothing,
});

export function useApp(): AppContext {
  return useContext(appContext);
}
