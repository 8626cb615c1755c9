import { say } from '../messages/say.ts';

interface Props {
  /** What is done after a yes. */
  readonly act: string;
  readonly onAct: () => void;
  readonly onCancel: () => void;
}

/** The buttons below the last question before what cannot be taken back. Enter leaves. */
export function LastQuestion({ act, onAct, onCancel }: Props) {
  return (
    <div class="buttons">
      <button type="button" class="act danger" onClick={onAct}>
        {act}
      </button>
      <button type="button" class="act" autofocus onClick={onCancel}>
        {say('dialog.cancel')}
      </button>
    </div>
  );
}
