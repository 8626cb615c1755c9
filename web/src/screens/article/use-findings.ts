import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../api/desk-types.ts';
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

/** Frames for which the list waits until the text is drawn. */
const TRIES = 60;
/** Findings that are drawn together. */
export const PER_PAGE = 40;

const NONE: ReadonlySet<string> = new Set();

/** Where in the original the text begins that is seen at the top; `undefined` where it is not drawn yet. */
function findTop(box: HTMLElement): number | undefined {
  const { left, top } = box.getBoundingClientRect();
  const start = document
    .elementFromPoint(left + 30, top + 30)
    ?.closest('[data-row]')
    ?.getAttribute('data-row');
  return start === null || start === undefined ? undefined : Number(start);
}

/** Brings a row of the list to its top. Answers whether it was drawn: else only the part in which it will stand was brought there. */
function bringUp(list: HTMLElement, row: number): boolean {
  const own = list.querySelector(`[data-group="${row}"]`);
  const item = own ?? list.children[Math.floor(row / PER_PAGE)];
  if (item) list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top;
  return own !== null;
}

/** Lets the list of findings follow the text: what stands at the top of the one stands at the top of the other. */
function useFollowing(view: ArticleView | null, { box: text, isLed }: Places, list: Places['box']): void {
  useEffect(() => {
    const box = text.current;
    if (!view || !box) return undefined;
    let isDue = false;
    const follow = (tries: number) => {
      isDue = false;
      if (isLed() || !list.current || list.current.matches(':hover, :focus-within')) return;
      const start = findTop(box);
      const after = view.groups.findIndex(({ findings: [first] }) => first !== undefined && first.start >= (start ?? 0));
      const isThere = start !== undefined && bringUp(list.current, after === -1 ? view.groups.length - 1 : after);
      // Whoever goes far comes to what is not drawn yet.
      if (!isThere && tries > 0) requestAnimationFrame(() => follow(tries - 1));
    };
    const scroll = () => {
      if (!isDue) requestAnimationFrame(() => follow(TRIES));
      isDue = true;
    };
    box.addEventListener('scroll', scroll, { passive: true });
    return () => box.removeEventListener('scroll', scroll);
  }, [view]);
}

/** What a finding is about: its id and its row are other ones after each change of the article. */
type Mark = Pick<Finding, 'start' | 'end' | 'rule'>;

function findRow({ groups }: ArticleView, { start, end, rule }: Mark): number {
  const isThere = (one: Finding) => one.start === start && one.end === end;
  const row = groups.findIndex(({ findings }) => findings.some((one) => isThere(one) && one.rule === rule));
  return row === -1 ? groups.findIndex(({ findings }) => findings.some(isThere)) : row;
}

/** The row from which one goes on: that of the chosen finding, or where it would stand if it were there still. */
function findFrom({ groups }: ArticleView, row: number, mark: Mark | null, steps: number): number {
  if (row !== -1 || mark === null) return row;
  const after = groups.findIndex(({ findings: [first] }) => first !== undefined && first.start >= mark.start);
  const at = after === -1 ? groups.length : after;
  return steps > 0 ? at - 1 : at;
}

export function useFindings(view: ArticleView | null, places: Places): ChosenFinding {
  const { announce } = useApp();
  const [mark, setMark] = useState<Mark | null>(null);
  const box = useRef<HTMLElement>(null);
  const row = useMemo(() => (view && mark ? findRow(view, mark) : -1), [view, mark]);
  const group = view?.groups[row];
  const ids = useMemo(() => (group ? new Set(group.findings.map(({ id }) => id)) : NONE), [group]);
  useFollowing(view, places, box);
  useEffect(() => {
    box.current?.querySelector(`[data-group="${row}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [row]);

  const chooseAt = (next: number, place = view?.groups[next]?.findings[0]) => {
    if (!place || !view) return;
    setMark(place);
    places.show(place);
    const { kind, action, points } = place;
    const values = { kind: sayNamed('kind', kind), action: sayNamed('action', action), points };
    announce(say('finding.chosen', { number: next + 1, total: view.groups.length, ...values }));
  };
  return {
    ...{ row, group, ids, box },
    choose: (next) => (next === row ? setMark(null) : chooseAt(next)),
    chooseId: (id) => {
      const next = view?.groupOf.get(id);
      if (next === undefined) return;
      chooseAt(
        next,
        view?.groups[next]?.findings.find((one) => one.id === id),
      );
    },
    move: (steps) => {
      const last = (view?.groups.length ?? 0) - 1;
      if (view && last >= 0) chooseAt(Math.max(0, Math.min(last, findFrom(view, row, mark, steps) + steps)));
    },
  };
}
