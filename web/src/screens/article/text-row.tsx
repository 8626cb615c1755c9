import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Finding } from '../../api/desk-types.ts';
import type { ArticleView } from '../../model/build-view.ts';
import type { Piece } from '../../model/cut-pieces.ts';
import type { Row } from '../../model/cut-rows.ts';
import { Gap } from './gap.tsx';
import { PieceText } from './piece-text.tsx';

interface Props {
  readonly row: Row;
  readonly view: ArticleView;
  readonly direction: 'rtl' | 'auto';
  /** Ids of findings that are chosen. */
  readonly chosen: ReadonlySet<string>;
  readonly isCurrent: boolean;
}

const isBlank = (text: string) => text.trim() === '';

/** The part of the row that is seen: white space at its ends only keeps it apart from others. */
function trimRow({ start, end }: Row, original: string): { readonly start: number; readonly end: number } {
  const text = original.slice(start, end);
  const left = text.length - text.trimStart().length;
  return { start: start + left, end: start + Math.max(left, text.trimEnd().length) };
}

function listClasses(piece: Piece, findings: readonly Finding[], chosen: ReadonlySet<string>): string {
  const own = piece.findings.map((row) => findings[row]).filter((one) => one !== undefined);
  const amended = own.find(({ amended }) => amended)?.amended?.as;
  const isMoved = own.some(({ action }) => action === 'moved');
  const isFlagged = own.some(({ action }) => action === 'flagged');
  return [
    isMoved && piece.kind === 'removed' ? 'moved' : piece.kind,
    piece.kind === 'kept' && isFlagged && !amended ? 'flagged' : '',
    amended ? `amended as-${amended}` : '',
    own.some(({ id }) => chosen.has(id)) ? 'chosen' : '',
  ].join(' ');
}

/** Ids of the findings of a piece, so that a click finds them. */
const idsOf = (piece: Piece, findings: readonly Finding[]) => piece.findings.map((row) => findings[row]?.id ?? '').join(' ');

function drawOriginal(piece: Piece, { view, chosen }: Props): ComponentChildren {
  const { original, findings, isHtml } = view;
  const text = original.slice(piece.start, piece.end);
  const words = <PieceText text={text} start={piece.start} isHtml={isHtml && piece.kind !== 'kept'} />;
  if (piece.kind === 'layout') {
    const isMarkup = isHtml && !isBlank(text);
    // Breaks between paragraphs are rows already.
    const instead = isBlank(piece.replacement) && piece.replacement.includes('\n') ? '' : piece.replacement;
    return isMarkup ? [<span class="markup">{words}</span>, <span class="decoded">{instead}</span>] : words;
  }
  if (piece.findings.length === 0) return words;
  const marks = { class: listClasses(piece, findings, chosen), 'data-f': idsOf(piece, findings) };
  return piece.kind === 'kept' ? <mark {...marks}>{words}</mark> : <del {...marks}>{words}</del>;
}

function drawReplacement({ start, replacement, kind }: Piece): ComponentChildren {
  // Breaks between paragraphs are rows already.
  if (replacement === '' || (isBlank(replacement) && replacement.includes('\n'))) return null;
  const text = (
    <span data-s={start} data-atom="1">
      {isBlank(replacement) ? replacement : replacement.trim()}
    </span>
  );
  return kind === 'repaired' ? <ins class="repair">{text}</ins> : text;
}

function drawCleaned(row: Row, props: Props): ComponentChildren {
  const { view, chosen } = props;
  const drawn: ComponentChildren[] = [];
  let gap: Piece[] = [];
  const close = () => {
    if (gap.length > 0) drawn.push(<Gap key={`gap ${gap[0]?.start}`} pieces={gap} view={view} chosen={chosen} />);
    gap = [];
  };
  for (const piece of row.pieces) {
    const text = view.original.slice(piece.start, piece.end);
    if (piece.kind === 'removed') gap.push(piece);
    else if (piece.kind !== 'layout' || !isBlank(text)) close();
    if (piece.kind === 'kept' && piece.end > piece.start) drawn.push(drawOriginal(piece, props));
    const replaced = drawReplacement(piece);
    if (replaced !== null) drawn.push(replaced);
  }
  close();
  return drawn;
}

/** Ids of the chosen findings that a row has a part of. */
function listChosen({ row, view, chosen }: Props): string {
  if (chosen.size === 0) return '';
  const own = row.pieces.flatMap(({ findings }) => findings.map((one) => view.findings[one]?.id ?? ''));
  return own.filter((id) => chosen.has(id)).join(' ');
}

/** A paragraph of the original beside what became of it. Drawn anew only when it looks otherwise: there may be thousands. */
export function TextRow(props: Props) {
  const { row, view, direction, isCurrent } = props;
  return useMemo(() => drawRow(props), [row, view, direction, isCurrent, listChosen(props)]);
}

function drawRow(props: Props) {
  const { row, view, direction, isCurrent } = props;
  const { start, end } = trimRow(row, view.original);
  if (start >= end && !row.pieces.some(({ replacement }) => !isBlank(replacement))) return null;
  const clip = (piece: Piece): Piece =>
    piece.start === piece.end ? piece : { ...piece, start: Math.max(piece.start, start), end: Math.min(piece.end, end) };
  const isSeen = (piece: Piece) =>
    piece.start === piece.end ? !isBlank(piece.replacement) : piece.end > start && piece.start < end;
  const seen = { ...row, pieces: row.pieces.filter(isSeen).map(clip) };
  const isMarkup = view.isHtml && seen.pieces.every(({ kind, replacement }) => kind === 'layout' && isBlank(replacement));
  return (
    <div class={`row ${isMarkup ? 'markup' : ''} ${row.kind ?? 'between'} ${isCurrent ? 'current' : ''}`} data-row={row.start}>
      <div class="cell original" dir={direction} lang={view.language}>
        {seen.pieces.map((piece) => drawOriginal(piece, props))}
      </div>
      <div class="cell cleaned" dir={direction} lang={view.language}>
        {drawCleaned(seen, props)}
      </div>
    </div>
  );
}
