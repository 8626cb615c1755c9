/** Where in the page somebody is. */
export interface Route {
  readonly screen: 'queue' | 'article' | 'check' | 'bulk' | 'people' | 'rules' | 'settings' | 'join';
  /** Of an article, a rule, or an invitation. */
  readonly id: string;
  readonly query: Query;
}

/** Names and values after the question mark. */
type Query = Readonly<Record<string, string>>;

const SCREENS = ['queue', 'article', 'check', 'bulk', 'people', 'rules', 'settings'] as const;

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function readQuery(text: string): Query {
  const pairs = text.split('&').filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => [decode(pair.split('=')[0] ?? ''), decode(pair.split('=').slice(1).join('='))]));
}

/** Reads the part of an address after `#`. What is not known leads to the queue. */
export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/u, '');
  if (text.startsWith('join=')) return { screen: 'join', id: decode(text.slice(5)), query: {} };
  const [path = '', query = ''] = text.split('?');
  const [, name, id = ''] = path.split('/');
  const screen = SCREENS.find((one) => one === name) ?? 'queue';
  return { screen, id: decode(id), query: readQuery(query) };
}

/** The address of a place in the page; empty values are left out. */
export function writeRoute(screen: Route['screen'], id = '', query: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== '');
  const text = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return `#/${screen}${id === '' ? '' : `/${encodeURIComponent(id)}`}${text === '' ? '' : `?${text}`}`;
}
