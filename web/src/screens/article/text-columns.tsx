import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../messages/say.ts';
import type { ArticleView } from '../../model/build-view.ts';
import type { Page } from '../../model/group-pages.ts';
import { Lazy } from '../../parts/lazy.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { TextRow } from './text-row.tsx';

interface Props {
  readonly view: ArticleView;
  readonly direction: 'rtl' | 'auto';
  readonly chosen: ReadonlySet<string>;
  /** Start of the paragraph that acts are about when nothing is selected. */
  readonly current: number | null;
  /** Row of a page that has to be drawn, because something in it is to be shown. */
  readonly wanted: number;
  readonly onChoose: (finding: string) => void;
  readonly box: Ref<HTMLElement>;
}

const LINE = 24;
const PER_LINE = 62;
const AT_ONCE = 2;

/** How high a page will be, in pixels, near enough for a scroll bar. */
function estimateHeight({ rows }: Page): number {
  return rows.reduce((height, { start, end }) => height + Math.ceil((end - start) / PER_LINE) * LINE + LINE / 2, 0);
}

function isAmong(page: Page, start: number | null): boolean {
  return start !== null && start >= page.start && start < Math.max(page.end, page.start + 1);
}

/** Original and cleaned text side by side, paragraph by paragraph, so that both scroll together. */
export function TextColumns({ view, direction, chosen, current, wanted, onChoose, box }: Props) {
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const choose = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target.closest('[data-f]') : null;
      const [id] = target?.getAttribute('data-f')?.split(' ') ?? [];
      // Whoever drags over a text selects it.
      if (id && document.getSelection()?.isCollapsed !== false) onChoose(id);
    };
    own.current?.addEventListener('click', choose);
    return () => own.current?.removeEventListener('click', choose);
  }, [view]);
  return (
    <div ref={own} class="text">
      <div class="column-heads" aria-hidden="true">
        <span>{say('column.original')}</span>
        <span>{say('column.cleaned')}</span>
      </div>
      <ScrollBox box={box} label={say('text.both')}>
        {view.pages.map((page, index) => (
          <Lazy
            key={page.start}
            class="text-page"
            estimate={estimateHeight(page)}
            isDrawn={view.isShort || index < AT_ONCE || index === wanted}
          >
            {() =>
              page.rows.map((row) => (
                <TextRow
                  key={row.start}
                  {...{ row, view, direction, chosen }}
                  isCurrent={isAmong(page, current) && row.start === current}
                />
              ))
            }
          </Lazy>
        ))}
      </ScrollBox>
    </div>
  );
}
