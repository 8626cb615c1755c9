import { say } from '../messages/say.ts';

interface Props {
  /** What sending the form does. */
  readonly act: string;
  readonly isOff?: boolean;
  readonly onCancel: () => void;
}

/** The end of a form in a dialogue: send it, or leave. */
export function FormButtons({ act, isOff = false, onCancel }: Props) {
  return (
    <div class="buttons">
      <button type="submit" class="act primary" disabled={isOff}>
        {act}
      </button>
      <button type="button" class="act" onClick={onCancel}>
        {say('dialog.cancel')}
      </button>
    </div>
  );
}
