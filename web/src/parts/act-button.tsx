import type { ComponentChildren } from 'preact';
import type { Act } from '../keys/key-map.ts';
import { useKeyOf } from '../keys/use-keys.ts';
import { KeyCap } from './key-cap.tsx';

interface Props {
  readonly act: Act;
  readonly onAct: () => void;
  readonly tone?: string;
  readonly children: ComponentChildren;
}

/** A button for what one key does too. */
export function ActButton({ act, onAct, tone = '', children }: Props) {
  const key = useKeyOf(act);
  return (
    <button type="button" class={`act ${tone}`} onClick={onAct} aria-keyshortcuts={key === '' ? undefined : key}>
      {children}
      <KeyCap act={act} />
    </button>
  );
}
