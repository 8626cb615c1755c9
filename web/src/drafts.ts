import { useState } from 'preact/hooks';
import { useApp } from './app-context.ts';

/** What people have begun to write and not sent yet. Kept in this page only, and never beyond it: it is about articles that may be purged. */
const begun = new Map<string, string>();

/** Whether something would be lost with the page. */
export function hasDrafts(): boolean {
  return begun.size > 0;
}

/** A draft that outlives its field. `undefined` drops it. */
export interface Draft {
  readonly text: string | undefined;
  readonly keep: (text: string | undefined) => void;
}

/** What this person has begun to write in a place: it is still there when they come back to it. */
export function useDraft(place: string): Draft {
  const { session, tenant } = useApp();
  const name = JSON.stringify([session?.person.id, tenant, place]);
  const [, redraw] = useState(0);
  return {
    text: begun.get(name),
    keep: (text) => {
      if (text === undefined) begun.delete(name);
      else begun.set(name, text);
      redraw((count) => count + 1);
    },
  };
}
