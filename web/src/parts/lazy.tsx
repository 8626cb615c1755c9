import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  readonly class?: string;
  /** Height in pixels as long as the content is not drawn. */
  readonly estimate: number;
  readonly isDrawn: boolean;
  readonly children: () => ComponentChildren;
}

/** How far from what is seen the content is drawn. */
const MARGIN = '1200px 0px';
const waiting = new WeakMap<Element, () => void>();

let shared: IntersectionObserver | undefined;

function observe(element: Element, draw: () => void): () => void {
  // `scrollMargin` is what counts within an element that scrolls; the type of the browser's own options does not have it yet.
  const options: IntersectionObserverInit & { scrollMargin: string } = { rootMargin: MARGIN, scrollMargin: MARGIN };
  shared ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) waiting.get(target)?.();
  }, options);
  waiting.set(element, draw);
  shared.observe(element);
  return () => shared?.unobserve(element);
}

/** Content that is drawn when it comes near to what is seen, and laid out only while it is. */
export function Lazy({ class: name = '', estimate, isDrawn, children }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(isDrawn);
  const isShown = isNear || isDrawn;
  useEffect(() => (isShown || !element.current ? undefined : observe(element.current, () => setNear(true))), [isShown]);
  const style = isShown ? { containIntrinsicBlockSize: `auto ${estimate}px` } : { blockSize: `${estimate}px` };
  return (
    <div ref={element} class={`lazy ${name}`} style={style}>
      {isShown ? children() : null}
    </div>
  );
}
