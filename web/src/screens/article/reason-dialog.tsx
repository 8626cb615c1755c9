import { useLayoutEffect } from 'preact/hooks';
import { say, sayNamed } from '../../messages/say.ts';
import { Dialog } from '../../parts/dialog.tsx';

interface Props {
  readonly title: string;
  readonly hint: string;
  /** Codes, of which each has a digit as its key. */
  readonly reasons: readonly string[];
  readonly onChoose: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for a reason: one press of a digit, or a click. */
export function ReasonDialog({ title, hint, reasons, onChoose, onClose }: Props) {
  // At once: whoever knows the reasons presses the digit in the same breath.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const reason = reasons[Number(event.key) - 1];
      if (reason === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      onChoose(reason);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <Dialog title={title} onClose={onClose}>
      <p class="hint">{hint}</p>
      <ol class="choices">
        {reasons.map((reason, index) => (
          <li key={reason}>
            <button type="button" onClick={() => onChoose(reason)} autofocus={index === 0}>
              <span class="key" aria-hidden="true">
                {index + 1}
              </span>
              {sayNamed('reason', reason)}
            </button>
          </li>
        ))}
      </ol>
      <p class="hint">{say('dialog.escape')}</p>
    </Dialog>
  );
}
