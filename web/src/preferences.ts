/** How somebody likes the page, kept in their browser. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether articles are blurred until they are pointed at, and shown without colours: for disturbing content. */
  readonly isBlurred: boolean;
  readonly isGrey: boolean;
  readonly isMarkupShown: boolean;
  /** Whether an article that nobody has is claimed by opening it. */
  readonly claimsOnOpen: boolean;
  /** Whether single keys act at all. */
  readonly usesKeys: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  isBlurred: false,
  isGrey: false,
  isMarkupShown: false,
  claimsOnOpen: true,
  usesKeys: true,
};

const THEMES = ['system', 'light', 'dark'] as const;

/** The preferences that were kept as JSON; what cannot be read of them is as by default. */
export function readPreferences(json: string | null): Preferences {
  let kept: unknown;
  try {
    kept = JSON.parse(json ?? '{}');
  } catch {
    return DEFAULT_PREFERENCES;
  }
  if (typeof kept !== 'object' || kept === null) return DEFAULT_PREFERENCES;
  const values = new Map<string, unknown>(Object.entries(kept));
  const flag = (name: Exclude<keyof Preferences, 'theme'>) => {
    const value = values.get(name);
    return typeof value === 'boolean' ? value : DEFAULT_PREFERENCES[name];
  };
  return {
    theme: THEMES.find((theme) => theme === values.get('theme')) ?? 'system',
    isBlurred: flag('isBlurred'),
    isGrey: flag('isGrey'),
    isMarkupShown: flag('isMarkupShown'),
    claimsOnOpen: flag('claimsOnOpen'),
    usesKeys: flag('usesKeys'),
  };
}
