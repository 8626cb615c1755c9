import { useRef, useState } from 'preact/hooks';
import { useDraft } from '../../drafts.ts';
import { say } from '../../messages/say.ts';
import { type Change, findChange } from '../../model/find-change.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormButtons } from '../../parts/form-buttons.tsx';

interface Props {
  /** Where it stands: what was begun there is offered again. */
  readonly place: string;
  /** The text as it was when the dialogue was opened. */
  readonly text: string;
  /** Of the article, for those who hear it. */
  readonly language: string | undefined;
  /** Answers whether the change was kept. */
  readonly onChange: (change: Change) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Writes a text anew. Only the stretch that differs is sent. What is not kept in the end is still there when one comes back. */
export function EditDialog({ place, text, language, onChange, onClose }: Props) {
  const draft = useDraft(place, text);
  const [had] = useState(draft);
  const isSending = useRef(false);
  const edited = draft.text ?? text;
  const save = async (event: Event) => {
    event.preventDefault();
    const change = findChange(text, edited);
    if (!change || isSending.current) return;
    isSending.current = true;
    const isKept = await onChange(change);
    isSending.current = false;
    if (!isKept) return;
    draft.keep(undefined);
    onClose();
  };
  const drop = () => {
    draft.keep(undefined);
    onClose();
  };
  return (
    <Dialog title={say('edit.title')} onClose={onClose} isWide>
      <form onSubmit={(event) => void save(event)}>
        {had.text !== undefined ? <p class="hint">{say(had.isOlder ? 'edit.older_draft' : 'edit.draft')}</p> : null}
        <label>
          <span>{say('edit.text')}</span>
          <textarea
            class="manuscript"
            rows={8}
            autofocus
            dir="auto"
            lang={language}
            value={edited}
            onInput={({ currentTarget: { value } }) => draft.keep(value === text ? undefined : value)}
          />
        </label>
        <FormButtons act={say('edit.save')} isOff={edited === text} onCancel={drop} />
      </form>
    </Dialog>
  );
}
