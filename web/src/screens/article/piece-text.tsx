import type { ComponentChildren } from 'preact';

/** Characters that change how others are drawn, or are not drawn at all: each is shown by its number instead. */
const UNSEEN =
  /(?![\t\n\r])\p{Cc}|[\u00ad\u061c\u180e\u115f\u1160\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const TAG = /<[^<>]*>/u;

/** Where a text stands in the original, for finding it again from a place in the page. */
const at = (start: number) => ({ 'data-s': start });

function nameCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Cuts a text at the matches of a pattern. */
function cutAt(
  text: string,
  pattern: RegExp,
): readonly { readonly text: string; readonly offset: number; readonly isMatch: boolean }[] {
  const parts: { text: string; offset: number; isMatch: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), offset: from, isMatch: false });
    parts.push({ text: match[0], offset: match.index, isMatch: true });
    from = match.index + match[0].length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), offset: from, isMatch: false });
  return parts;
}

/** A text of the original as text nodes, with what cannot be seen named. */
function drawSeen(text: string, start: number): ComponentChildren {
  if (!UNSEEN.test(text)) return <span {...at(start)}>{text}</span>;
  return cutAt(text, UNSEEN).map(({ text: part, offset, isMatch }) =>
    isMatch ? (
      <span key={offset} class="unseen-character" {...at(start + offset)} data-atom="1">
        {nameCharacter(part)}
      </span>
    ) : (
      <span key={offset} {...at(start + offset)}>
        {part}
      </span>
    ),
  );
}

interface Props {
  readonly text: string;
  /** Offset of the text in the original. */
  readonly start: number;
  /** Whether tags within it are told from words. */
  readonly isHtml?: boolean;
}

export function PieceText({ text, start, isHtml = false }: Props) {
  if (!isHtml || !TAG.test(text)) return <>{drawSeen(text, start)}</>;
  return (
    <>
      {cutAt(text, TAG).map(({ text: part, offset, isMatch }) =>
        isMatch ? (
          <span key={offset} class="markup">
            {drawSeen(part, start + offset)}
          </span>
        ) : (
          drawSeen(part, start + offset)
        ),
      )}
    </>
  );
}
