import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { say } from '../../messages/say.ts';
import { sayTime } from '../../parts/time.tsx';

/** A link that was just made. The desk shows it this once. */
export interface Invitation {
  readonly name: string;
  readonly url: string;
  readonly expiresAt: string;
}

/** The link to send, where it can be copied. */
export function InvitationBox({ name, url, expiresAt }: Invitation) {
  const { notify } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const show = () => {
    field.current?.focus();
    field.current?.select();
  };
  useEffect(show, [url]);
  const copy = () =>
    // Browsers give the clipboard to pages of https and of this machine only.
    Promise.resolve(navigator.clipboard?.writeText(url) ?? Promise.reject(new Error('no clipboard'))).then(
      () => notify(say('people.copied')),
      () => {
        show();
        notify(say('people.copy_by_hand'), 'bad');
      },
    );
  const time = sayTime((Date.parse(expiresAt) - Date.now()) / 1000);
  return (
    <section class="card link-box" aria-labelledby="invitation">
      <h2 id="invitation">{say('people.link', { name })}</h2>
      <div class="copy-line">
        <input
          ref={field}
          type="text"
          readOnly
          aria-labelledby="invitation"
          value={url}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button type="button" class="act" onClick={() => void copy()}>
          {say('people.copy')}
        </button>
      </div>
      <p class="hint">{say('people.link_hint', { time })}</p>
    </section>
  );
}
