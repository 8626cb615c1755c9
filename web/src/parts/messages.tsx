import { say } from '../messages/say.ts';

export interface Message {
  readonly text: string;
  readonly tone: 'good' | 'bad';
}

interface Props {
  /** For those who cannot see the page. */
  readonly said: string;
  readonly message: Message | null;
  readonly onClose: () => void;
}

/** What the page says of itself: to be heard, and to be seen for some seconds. */
export function Messages({ said, message, onClose }: Props) {
  return (
    <>
      <p class="unseen" role="status" aria-live="polite">
        {said}
      </p>
      <div class="messages" role="alert">
        {message ? (
          <p class={`message-box ${message.tone}`}>
            <span>{message.text}</span>
            <button type="button" class="plain close" aria-label={say('dialog.close')} onClick={onClose}>
              <span aria-hidden="true">{'×'}</span>
            </button>
          </p>
        ) : null}
      </div>
    </>
  );
}
