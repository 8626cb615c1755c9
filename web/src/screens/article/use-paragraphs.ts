import { useMemo, useState } from 'preact/hooks';
import type { ArticleView } from '../../model/build-view.ts';
import type { Row } from '../../model/cut-rows.ts';
import { type KeptText, readKept } from '../../model/read-kept.ts';
import type { Stretch } from './find-place.ts';
import type { Places } from './use-places.ts';

/** The paragraph that acts on the text are about, for those who do not select with a mouse. */
export interface Paragraphs {
  /** Where it begins; `null` before one was chosen. */
  readonly current: number | null;
  readonly stretch: Stretch | null;
  /** The selection, or the paragraph. */
  readonly aim: Stretch | null;
  /** What stands of the selection, or of the paragraph, in the cleaned text. */
  readonly kept: KeptText | null;
  readonly move: (steps: number) => void;
}

/** Whether something of the row stands in the cleaned text: only that can be changed. */
const isText = ({ pieces }: Row, original: string) => readKept(pieces, original).text.trim() !== '';

function cutTo(row: Row, { start, end }: Stretch): Row['pieces'] {
  return row.pieces
    .filter((piece) => piece.end > start && piece.start < end)
    .map((piece) =>
      piece.kind === 'kept' ? { ...piece, start: Math.max(start, piece.start), end: Math.min(end, piece.end) } : piece,
    );
}

export function useParagraphs(view: ArticleView | null, { selected, show }: Places): Paragraphs {
  const [current, setCurrent] = useState<number | null>(null);
  const rows = useMemo(() => {
    const all = view?.pages.flatMap((page) => page.rows) ?? [];
    return all.filter((row) => isText(row, view?.original ?? ''));
  }, [view]);
  const at = rows.findIndex(({ start }) => start === current);
  const row = rows[at];
  const stretch =
    row && view ? { start: row.start, end: row.start + view.original.slice(row.start, row.end).trimEnd().length } : null;
  const aim = selected ?? stretch;
  const kept = useMemo(() => {
    if (!view || !aim) return null;
    const touched = rows.filter(({ start, end }) => start < aim.end && end > aim.start);
    return readKept(
      touched.flatMap((one) => cutTo(one, aim)),
      view.original,
    );
  }, [view, aim?.start, aim?.end]);
  return {
    current,
    stretch,
    aim,
    kept,
    move: (steps) => {
      const next = rows[Math.max(0, Math.min(rows.length - 1, at === -1 ? 0 : at + steps))];
      if (!next) return;
      setCurrent(next.start);
      show({ start: next.start, end: next.start + 1 });
    },
  };
}
