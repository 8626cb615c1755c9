import { useState } from 'preact/hooks';
import { say } from '../../messages/say.ts';
import { type Change, findChange } from '../../model/find-change.ts';
import { Dialog } from '../../parts/dialog.tsx';

interface Props {
  /** The text of now. */
  readonly text: string;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
}

/** Writes a text anew. Only the stretch that differs is sent. */
export function EditDialog({ text, onChange, onClose }: Props) {
  const [edited, setEdited] = useState(text);
  const save = (event: Event) => {
    event.preventDefault();
    const change = findChange(text, edited);
    if (change) onChange(change);
    else onClose();
  };
  return (
    <Dialog title={say('edit.title')} onClose={onClose} isWide>
      <form onSubmit={save}>
        <label>
          <span>{say('edit.text')}</span>
          <textarea
            class="manuscript"
            rows={8}
            dir="auto"
            value={edited}
            onInput={({ currentTarget }) => setEdited(currentTarget.value)}
          />
        </label>
        <div class="buttons">
          <button type="submit" class="act primary" disabled={edited === text}>
            {say('edit.save')}
          </button>
          <button type="button" class="act" onClick={onClose}>
            {say('dialog.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
