import type { ComponentChildren, Ref } from 'preact';

interface Props {
  readonly label: string;
  readonly class?: string;
  readonly box?: Ref<HTMLElement>;
  readonly children: ComponentChildren;
}

/** A part of the page that scrolls by itself. */
export function ScrollBox({ label, class: name = '', box = null, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section ref={box} class={`scroll ${name}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
