/** A look-up by id. */
export type LookUp<T> = (id: string) => Promise<T>;

/** A look-up that remembers what it found. */
export interface Remembered<T> {
  readonly read: LookUp<T>;
  /** Looks again at the next call: what stands under the id was changed. */
  readonly forget: (id: string) => void;
}

/** Ids come from outside: the memory they take is bounded. */
const MOST = 10_000;

interface Entry<T> {
  readonly found: T;
  readonly until: number;
}

/** Those that were looked up last, `MOST` at most. */
class Memory<T> {
  readonly #entries = new Map<string, Entry<T>>();

  find(id: string, now: number): Entry<T> | undefined {
    const entry = this.#entries.get(id);
    return entry && entry.until > now ? entry : undefined;
  }

  keep(id: string, entry: Entry<T>): void {
    this.#entries.delete(id);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size >= MOST && oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(id, entry);
  }

  forget(id: string): void {
    this.#entries.delete(id);
  }
}

/**
 * A look-up that remembers each answer for `ms` milliseconds, also that there is none; but whoever asks for what does not exist pushes out
 * only others of the kind. A failure is not remembered.
 */
export function remember<T>(lookUp: LookUp<T>, ms: number): Remembered<T> {
  const known = new Memory<T>();
  const absent = new Memory<T>();
  const asked = new Map<string, Promise<T>>();

  function ask(id: string): Promise<T> {
    const until = performance.now() + ms;
    const asking: Promise<T> = lookUp(id).then((found) => {
      // One that was forgotten meanwhile may be older than the change.
      if (asked.get(id) === asking) (found === undefined ? absent : known).keep(id, { found, until });
      return found;
    });
    const end = () => {
      if (asked.get(id) === asking) asked.delete(id);
    };
    asked.set(id, asking);
    asking.then(end, end);
    return asking;
  }

  return {
    read: (id) => {
      const now = performance.now();
      const entry = known.find(id, now) ?? absent.find(id, now);
      return entry ? Promise.resolve(entry.found) : (asked.get(id) ?? ask(id));
    },
    forget: (id) => {
      for (const memory of [known, absent]) memory.forget(id);
      asked.delete(id);
    },
  };
}
