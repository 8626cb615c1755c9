/** What can be done by one key, and its key when nobody has chosen another. */
export const DEFAULT_KEYS = {
  accept: 'a',
  reject: 'x',
  escalate: 'e',
  restore: 'r',
  remove: 'd',
  edit: 't',
  note: 'n',
  skip: 's',
  claim: 'c',
  undo: 'u',
  compare: 'v',
  nextFinding: 'j',
  previousFinding: 'k',
  nextArticle: 'J',
  previousArticle: 'K',
  nextParagraph: ']',
  previousParagraph: '[',
  rule: 'm',
  blur: 'b',
  queue: 'q',
  search: '/',
  filter: 'f',
  help: '?',
} as const;

export type Act = keyof typeof DEFAULT_KEYS;
export type KeyMap = Readonly<Record<Act, string>>;

export const ACTS = Object.keys(DEFAULT_KEYS).filter((act): act is Act => act in DEFAULT_KEYS);

/** Why a key cannot be had. */
export type KeyFault = { readonly fault: 'unusable' } | { readonly fault: 'taken'; readonly by: Act };

/** A key is one visible character: letters in both cases, digits, signs. Space and named keys belong to the browser. */
function isUsable(key: string): boolean {
  return /^[^\s\p{C}]$/u.test(key);
}

/** Gives an act another key. A key that another act has is refused. */
export function remapKey(map: KeyMap, act: Act, key: string): KeyMap | KeyFault {
  if (!isUsable(key)) return { fault: 'unusable' };
  const by = ACTS.find((other) => other !== act && map[other] === key);
  return by === undefined ? { ...map, [act]: key } : { fault: 'taken', by };
}

/** The map that was kept as JSON; what cannot be used of it, or collides, is left as it is by default. */
export function readKeyMap(json: string | null): KeyMap {
  let kept: unknown;
  try {
    kept = JSON.parse(json ?? '{}');
  } catch {
    return DEFAULT_KEYS;
  }
  if (typeof kept !== 'object' || kept === null) return DEFAULT_KEYS;
  const wishes = Object.entries(kept).filter(
    (entry): entry is [Act, string] => entry[0] in DEFAULT_KEYS && typeof entry[1] === 'string',
  );
  // All at once: two acts may have exchanged their keys.
  const map: KeyMap = { ...DEFAULT_KEYS, ...Object.fromEntries(wishes) };
  const isWhole = ACTS.every((act) => isUsable(map[act])) && new Set(ACTS.map((act) => map[act])).size === ACTS.length;
  return isWhole ? map : DEFAULT_KEYS;
}

/** A press of a key, as far as it matters here. */
export interface KeyPress {
  readonly key: string;
  /** Where the key is, such as `KeyA`; it matters on keyboards of other alphabets. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** Whether it went into something that takes text. */
  readonly isTyping: boolean;
}

/** A letter of another alphabet than ours. */
const FOREIGN = /^(?!\p{sc=Latin})\p{L}$/u;
const BRACKETS: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' };

/** What stands on the same key of a Latin keyboard, when a key of another alphabet was pressed. */
function toLatin({ key, code, shiftKey }: KeyPress): string | undefined {
  if (!FOREIGN.test(key)) return undefined;
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  return letter && !shiftKey ? letter.toLowerCase() : (letter ?? BRACKETS[code]);
}

/** The act that a key press asks for: by its letter, else by its place. None with a modifier, and none while somebody is typing. */
export function findAct(map: KeyMap, press: KeyPress): Act | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isTyping) return undefined;
  const find = (key: string | undefined) => ACTS.find((act) => map[act] === key);
  return find(press.key) ?? find(toLatin(press));
}
