import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../messages/say.ts';

interface Props {
  readonly title: string;
  /** Where this page belongs to. */
  readonly above?: { readonly href: string; readonly name: string };
  readonly children: ComponentChildren;
}

/** A screen with a heading, which gives the window its name. Whoever comes here, by keyboard or by ear, begins at the heading. */
export function Page({ title, above, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.title = `${title} – ${say('app.name')}`;
  }, [title]);
  return (
    <div class="plain-page">
      {above ? (
        <p class="above">
          <a href={above.href}>{above.name}</a>
        </p>
      ) : null}
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {title}
      </h1>
      {children}
    </div>
  );
}
