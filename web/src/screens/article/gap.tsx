import { useState } from 'preact/hooks';
import { LANGUAGE, say, sayNamed } from '../../messages/say.ts';
import type { ArticleView } from '../../model/build-view.ts';
import type { Piece } from '../../model/cut-pieces.ts';
import { PieceText } from './piece-text.tsx';

interface Props {
  readonly pieces: readonly Piece[];
  readonly view: ArticleView;
  readonly chosen: ReadonlySet<string>;
}

/** A mark in the cleaned text where something was taken out; it opens in place. */
export function Gap({ pieces, view, chosen }: Props) {
  const [isOpen, setOpen] = useState(false);
  const rows = [...new Set(pieces.flatMap(({ findings }) => findings))];
  const own = rows.map((row) => view.findings[row]).filter((finding) => finding !== undefined && finding.action !== 'flagged');
  const ids = own.map((finding) => finding?.id ?? '').join(' ');
  const kind = sayNamed('kind', own[0]?.kind ?? '');
  const isChosen = own.some((finding) => finding && chosen.has(finding.id));
  return (
    <span class={`gap ${isOpen ? 'open' : ''} ${isChosen ? 'chosen' : ''}`} data-f={ids}>
      <button type="button" dir="ltr" lang={LANGUAGE} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span aria-hidden="true" class="gap-sign" />
        {own.length > 1 ? say('gap.more', { kind, count: own.length - 1 }) : kind}
        <span class="unseen"> {say('gap.removed')}</span>
      </button>
      {isOpen ? (
        <del class="removed">
          {pieces.map(({ start, end }) => (
            <PieceText key={start} text={view.original.slice(start, end)} start={start} isHtml={view.isHtml} />
          ))}
        </del>
      ) : null}
    </span>
  );
}
