import { useState } from 'preact/hooks';
import { say } from '../../messages/say.ts';
import { Dialog } from '../../parts/dialog.tsx';

interface Props {
  /** Answers whether the appeal was opened. */
  readonly onAppeal: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

const MAX_APPEAL = 10_000;

/** Asks why a decision is wrong. What was written stays until the desk has it. */
export function AppealDialog({ onAppeal, onClose }: Props) {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    if (isBusy || text.trim() === '') return;
    setBusy(true);
    if (await onAppeal(text.trim())) onClose();
    else setBusy(false);
  };
  return (
    <Dialog title={say('appeal.title')} onClose={onClose}>
      <form onSubmit={(event) => void send(event)}>
        <label class="field">
          <span>{say('appeal.text')}</span>
          <textarea
            rows={5}
            required
            autofocus
            dir="auto"
            maxLength={MAX_APPEAL}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <p class="hint">{say('appeal.hint')}</p>
        <div class="buttons">
          <button type="submit" class="act primary" disabled={isBusy}>
            {say('appeal.act')}
          </button>
          <button type="button" class="act" onClick={onClose}>
            {say('dialog.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
