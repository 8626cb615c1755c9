import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { type Act, findAct, type KeyMap } from './key-map.ts';

type Handlers = Readonly<Partial<Record<Act, () => void>>>;

/** Handlers of what is on the page, the newest last: a screen's come before those of the page around it. */
const layers: { current: Handlers }[] = [];

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select');
}

/** Acts that a key held down does again and again; each other one is done once, whatever comes to be on the page meanwhile. */
const REPEATED: ReadonlySet<Act> = new Set(['nextFinding', 'previousFinding', 'nextParagraph', 'previousParagraph']);

/** Listens for single keys. Returns how to stop. */
export function listenForKeys(readMap: () => KeyMap | null): () => void {
  const listen = (event: KeyboardEvent) => {
    const map = readMap();
    if (!map || event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const { key, code, ctrlKey, altKey, metaKey, shiftKey, target } = event;
    const act = findAct(map, { key, code, ctrlKey, altKey, metaKey, shiftKey, isTyping: takesText(target) });
    const handler = act && layers.findLast(({ current }) => current[act])?.current[act];
    if (!handler) return;
    event.preventDefault();
    if (!event.repeat || REPEATED.has(act)) handler();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

/** Lets acts be done by their keys while a component is shown. */
export function useKeys(handlers: Handlers): void {
  const layer = useRef(handlers);
  layer.current = handlers;
  // Before it is seen: who sees an act may press its key at once.
  useLayoutEffect(() => {
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

/** The key of an act, as it is shown. */
export function useKeyOf(act: Act): string {
  const { keys, preferences } = useApp();
  return preferences.usesKeys ? keys[act] : '';
}
