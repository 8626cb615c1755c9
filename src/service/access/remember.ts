/** A look-up by id. */
export type LookUp<T> = (id: string) => Promise<T>;

/** Ids come from outside: the memory they take is bounded. */
const MOST = 10_000;

interface Entry<T> {
  readonly found: Promise<T>;
  readonly until: number;
}

/** A look-up that remembers each answer, also that there is none, for `ms` milliseconds. A failure is not remembered. */
export function remember<T>(lookUp: LookUp<T>, ms: number): LookUp<T> {
  const entries = new Map<string, Entry<T>>();
  return (id) => {
    const now = performance.now();
    const known = entries.get(id);
    if (known && known.until > now) return known.found;
    if (entries.size >= MOST) entries.clear();
    const found = lookUp(id);
    entries.set(id, { found, until: now + ms });
    found.catch(() => entries.delete(id));
    return found;
  };
}
