import { useRef } from 'preact/hooks';
import { useDraft } from '../../drafts.ts';
import { say } from '../../messages/say.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormButtons } from '../../parts/form-buttons.tsx';

interface Props {
  /** The article: what was begun about it is offered again. */
  readonly place: string;
  /** Answers whether the appeal was taken. */
  readonly onAppeal: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

const MAX_APPEAL = 10_000;

/** Asks why a decision is wrong. */
export function AppealDialog({ place, onAppeal, onClose }: Props) {
  const draft = useDraft(`appeal ${place}`);
  const text = draft.text ?? '';
  const isSending = useRef(false);
  const send = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '' || isSending.current) return;
    isSending.current = true;
    const isTaken = await onAppeal(text.trim());
    isSending.current = false;
    if (!isTaken) return;
    draft.keep(undefined);
    onClose();
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
            onInput={({ currentTarget: { value } }) => draft.keep(value === '' ? undefined : value)}
          />
        </label>
        <p class="hint">{say('appeal.hint')}</p>
        <FormButtons act={say('appeal.act')} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
