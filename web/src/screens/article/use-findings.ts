import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { say, sayNamed } from '../../messages/say.ts';
import type { ArticleView } from '../../model/build-view.ts';
import type { FindingGroup } from '../../model/group-findings.ts';
import type { Places } from './use-places.ts';

/** The finding that is chosen, and how to choose another. */
export interface ChosenFinding {
  readonly row: number;
  readonly group: FindingGroup | undefined;
  readonly ids: ReadonlySet<string>;
  readonly box: { readonly current: HTMLElement | null };
  readonly choose: (row: number) => void;
  readonly chooseId: (finding: string) => void;
  readonly move: (steps: number) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Lets the list of findings follow the text: what stands at the top of the one stands at the top of the other. */
function useFollowing(view: ArticleView | null, text: Places['box'], list: Places['box']): void {
  useEffect(() => {
    const box = text.current;
    if (!view || !box) return undefined;
    let isDue = false;
    const follow = () => {
      isDue = false;
      const { left, top } = box.getBoundingClientRect();
      const start = Number(
        document
          .elementFromPoint(left + 30, top + 30)
          ?.closest('[data-row]')
          ?.getAttribute('data-row') ?? -1,
      );
      if (start < 0 || !list.current || list.current.matches(':hover, :focus-within')) return;
      const after = view.groups.findIndex(({ findings: [first] }) => first !== undefined && first.start >= start);
      const item = list.current.querySelector(`[data-group="${after === -1 ? view.groups.length - 1 : after}"]`);
      if (item instanceof HTMLElement) list.current.scrollTop = item.offsetTop - list.current.offsetTop;
    };
    const scroll = () => {
      if (!isDue) requestAnimationFrame(follow);
      isDue = true;
    };
    box.addEventListener('scroll', scroll, { passive: true });
    return () => box.removeEventListener('scroll', scroll);
  }, [view]);
}

export function useFindings(view: ArticleView | null, places: Places): ChosenFinding {
  const { announce } = useApp();
  const [row, setRow] = useState(-1);
  const box = useRef<HTMLElement>(null);
  const group = view?.groups[row];
  const ids = useMemo(() => (group ? new Set(group.findings.map(({ id }) => id)) : NONE), [group]);
  useFollowing(view, places.box, box);
  useEffect(() => {
    box.current?.querySelector(`[data-group="${row}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [row]);

  const chooseAt = (next: number, place = view?.groups[next]?.findings[0]) => {
    const chosen = view?.groups[next];
    setRow(next);
    if (!chosen || !place || !view) return;
    places.show(place);
    const { kind, action, points } = place;
    const values = { kind: sayNamed('kind', kind), action: sayNamed('action', action), points };
    announce(say('finding.chosen', { number: next + 1, total: view.groups.length, ...values }));
  };
  return {
    row,
    group,
    ids,
    box,
    choose: (next) => (next === row ? setRow(-1) : chooseAt(next)),
    chooseId: (id) => {
      const next = view?.groupOf.get(id);
      if (next !== undefined)
        chooseAt(
          next,
          view?.groups[next]?.findings.find((one) => one.id === id),
        );
    },
    move: (steps) => {
      const last = (view?.groups.length ?? 0) - 1;
      if (last >= 0) chooseAt(Math.max(0, Math.min(last, row + steps)));
    },
  };
}
