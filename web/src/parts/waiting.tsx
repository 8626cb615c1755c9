import { say } from '../messages/say.ts';

interface Props {
  /** Why there is nothing to show; empty while it is still to come. */
  readonly fault: string;
  readonly onRetry: () => Promise<void>;
  readonly text?: string;
}

/** Stands where an answer of the desk will be: that it is asked for, or why it did not come and how to ask again. */
export function Waiting({ fault, onRetry, text = say('app.loading') }: Props) {
  if (fault === '') {
    return (
      <p class="loading" role="status">
        {text}
      </p>
    );
  }
  return (
    <div class="failed">
      <p class="fault" role="alert">
        {fault}
      </p>
      <button type="button" class="act" onClick={() => void onRetry()}>
        {say('app.retry')}
      </button>
    </div>
  );
}
