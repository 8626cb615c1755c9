import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { say } from '../../messages/say.ts';
import type { ArticleView } from '../../model/build-view.ts';
import { findSelected, listRanges, type Stretch, showRanges } from './find-place.ts';

/** Where in the text somebody is. */
export interface Places {
  readonly box: { readonly current: HTMLElement | null };
  readonly selected: Stretch | null;
  /** Whether the text was just brought to a place by the page, not scrolled by somebody. */
  readonly isLed: () => boolean;
  /** Row of the page that has to be drawn. */
  readonly wanted: number;
  /** Brings a stretch of the original into view. */
  readonly show: (place: Stretch) => void;
  /** Each time the next of several stretches, which is marked. */
  readonly showNext: (places: readonly Stretch[], name: string) => void;
}

/** How long after it was asked for the text comes to a place. */
const LED_MS = 300;

function findPage({ pages }: ArticleView, { start }: Stretch): number {
  const after = pages.findIndex((page) => page.start > start);
  return after === -1 ? pages.length - 1 : Math.max(0, after - 1);
}

/** What is selected within the text. */
function useSelected(box: { readonly current: HTMLElement | null }): Stretch | null {
  const [selected, setSelected] = useState<Stretch | null>(null);
  useEffect(() => {
    const look = () => {
      const next = box.current ? findSelected(box.current) : null;
      setSelected((before) => (before?.start === next?.start && before?.end === next?.end ? before : next));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  return selected;
}

export function usePlaces(view: ArticleView | null): Places {
  const { announce } = useApp();
  const box = useRef<HTMLElement>(null);
  const [goal, setGoal] = useState<{ readonly place: Stretch; readonly page: number; readonly isMarked: boolean } | null>(null);
  const turn = useRef({ name: '', at: -1 });
  const ledAt = useRef(Number.NEGATIVE_INFINITY);
  const selected = useSelected(box);
  useEffect(() => {
    if (goal && box.current) showRanges(listRanges(box.current, goal.place), goal.isMarked);
  }, [goal]);
  const show = (place: Stretch, isMarked = false) => {
    ledAt.current = performance.now();
    if (view) setGoal({ place, page: findPage(view, place), isMarked });
  };
  return {
    box,
    selected,
    isLed: () => performance.now() - ledAt.current < LED_MS,
    wanted: goal?.page ?? -1,
    show: (place) => show(place),
    showNext: (places, name) => {
      const at = turn.current.name === name ? (turn.current.at + 1) % places.length : 0;
      turn.current = { name, at };
      const place = places[at];
      if (!place) return;
      show(place, true);
      announce(say('chip.place', { name, number: at + 1, count: places.length }));
    },
  };
}
