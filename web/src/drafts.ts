import { useEffect, useState } from 'preact/hooks';
import { useApp } from './app-context.ts';

interface Begun {
  readonly text: string;
  /** The text that it was begun on. */
  readonly base: string;
}

/** What people have begun to write and not sent yet. Kept in this page only, and never beyond it: it is about articles that may be purged. */
const begun = new Map<string, Begun>();

/** Whether something would be lost with the page. */
export function hasDrafts(): boolean {
  return begun.size > 0;
}

/** A place by its name, of this person in this tenant. */
function useName(place: string): string {
  const { session, tenant } = useApp();
  return [session?.person.id, tenant, place].join('\n');
}

/** A draft that outlives its field. */
export interface Draft {
  readonly text: string | undefined;
  /** Whether it was begun on another text than stands there now. */
  readonly isOlder: boolean;
  /** `undefined` drops it. */
  readonly keep: (text: string | undefined) => void;
}

/** What this person has begun to write in a place, on the text that stands there: it is still there when they come back to it. */
export function useDraft(place: string, base = ''): Draft {
  const name = useName(place);
  const [, redraw] = useState(0);
  const own = begun.get(name);
  return {
    text: own?.text,
    isOlder: own !== undefined && own.base !== base,
    keep: (text) => {
      if (text === undefined) begun.delete(name);
      else begun.set(name, { text, base: own?.base ?? base });
      redraw((count) => count + 1);
    },
  };
}

/** Drops what this person has begun in all places whose names begin so, once nothing can come of it any more. */
export function useDropping(place: string, isOver: boolean): void {
  const start = useName(place);
  useEffect(() => {
    if (!isOver) return;
    for (const name of begun.keys()) if (name.startsWith(start)) begun.delete(name);
  }, [start, isOver]);
}
