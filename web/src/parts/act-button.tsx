import type { ComponentChildren } from 'preact';
import type { Act } from '../keys/key-map.ts';
import { useKeyOf } from '../keys/use-keys.ts';
import { KeyCap } from './key-cap.tsx';

interface Props {
  readonly act: Act;
  readonly onAct: () => void;
  /** It does nothing now. It stays where the focus can be. */
  readonly isOff?: boolean;
  readonly tone?: string;
  readonly children: ComponentChildren;
}

/** A button for what one key does too. */
export function ActButton({ act, onAct, isOff = false, tone = '', children }: Props) {
  const key = useKeyOf(act);
  return (
    <button
      type="button"
      class={`act ${tone}`}
      onClick={isOff ? undefined : onAct}
      aria-disabled={isOff || undefined}
      aria-keyshortcuts={key === '' ? undefined : key}
    >
      {children}
      <KeyCap act={act} />
    </button>
  );
}
