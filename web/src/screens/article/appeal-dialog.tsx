import { useState } from 'preact/hooks';
import { say } from '../../messages/say.ts';
import { Dialog } from '../../parts/dialog.tsx';

interface Props {
  readonly onAppeal: (text: string) => void;
  readonly onClose: () => void;
}

const MAX_APPEAL = 10_000;

/** Asks why a decision is wrong. */
export function AppealDialog({ onAppeal, onClose }: Props) {
  const [text, setText] = useState('');
  const send = (event: Event) => {
    event.preventDefault();
    if (text.trim() !== '') onAppeal(text.trim());
  };
  return (
    <Dialog title={say('appeal.title')} onClose={onClose}>
      <form onSubmit={send}>
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
        <button type="submit" class="act primary">
          {say('appeal.act')}
        </button>
      </form>
    </Dialog>
  );
}
