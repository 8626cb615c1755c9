import type { Piece } from './piece.ts';
import type { TemplateSentence, TemplateSpan } from './template-sentence.ts';

/** "a" before a vowel becomes "an": names are not known when a template is written. */
function mendArticle(text: string, next: string): string {
  return /(?:^|[\s"(])[aA] $/u.test(text) && /^[AEIO]/u.test(next) ? `${text.slice(0, -1)}n ` : text;
}

/** One sentence of its pieces, with the offsets of its names. Two blanks that meet where a choice was empty become one. */
export function joinPieces(pieces: readonly Piece[]): TemplateSentence {
  const spans: TemplateSpan[] = [];
  let text = '';
  for (const piece of pieces) {
    const added = text === '' || text.endsWith(' ') ? piece.text.replace(/^ +/u, '') : piece.text;
    text = mendArticle(text, added);
    if (piece.type && added !== '') spans.push({ start: text.length, end: text.length + added.length, type: piece.type });
    text += added;
  }
  return { text: text.trimEnd(), spans };
}
