import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../messages/say.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

/** A dialogue over the page. The browser keeps the focus in it and gives it back; Escape closes it. */
export function Dialog({ title, onClose, isWide = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Before anything is painted: the next key belongs to the dialogue already.
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // Without a field to begin with, one begins at its top, not at the button that closes it.
    if (!dialog.current?.querySelector('[autofocus]')) heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  // Taken out by us at once: the event of a dialogue that has closed itself comes late, and would close the next one.
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={dialog} class={isWide ? 'wide' : ''} onClose={onClose} onCancel={cancel} aria-labelledby="dialog-title">
      <header>
        <h2 id="dialog-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="plain close" aria-label={say('dialog.close')} onClick={onClose}>
          <span aria-hidden="true">{'×'}</span>
        </button>
      </header>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
