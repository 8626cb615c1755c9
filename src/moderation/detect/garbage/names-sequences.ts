import type { Document } from '../../model/document.ts';

/** UTF-16 code units: no word for what is made of a sequence is longer. */
const MAX_WORD = 20;

/** Does the article speak of proteins, genes and the like, so that rows of letters are what they are made of? */
export function namesSequences({ text, tokens }: Document, list: readonly string[] = []): boolean {
  const words = new Set(list);
  for (let row = 0; row < tokens.count; row++) {
    const start = tokens.starts[row] ?? 0;
    const end = tokens.ends[row] ?? 0;
    if (end - start <= MAX_WORD && words.has(text.slice(start, end).toLowerCase())) return true;
  }
  return false;
}
