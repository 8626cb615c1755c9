import type { Act } from '../keys/key-map.ts';
import { useKeyOf } from '../keys/use-keys.ts';

/** The key of an act beside its button. Screen readers hear it by `aria-keyshortcuts`. */
export function KeyCap({ act }: { readonly act: Act }) {
  const key = useKeyOf(act);
  return key === '' ? null : (
    <span class="key" aria-hidden="true">
      {key}
    </span>
  );
}
