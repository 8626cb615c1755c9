import type { Document } from '../model/document.ts';

const TERMINAL = /[.!?…。！？]["'”’)\]»]{0,3}$/u;

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

/**
 * Facts about the article as received and as cleaned. `words` and `blocks`: counts after cleaning.
 * `removed_share`: characters taken out over characters received. `terminal_share`: blocks that end a sentence over
 * all blocks. `mean_word_length`: UTF-16 code units a word.
 */
export function measureSignals(received: Document, cleaned: Document): Readonly<Record<string, number>> {
  const { tokens, blocks } = cleaned;
  let words = 0;
  let letters = 0;
  for (const block of blocks) words += block.words;
  for (let row = 0; row < tokens.count; row++) letters += (tokens.ends[row] ?? 0) - (tokens.starts[row] ?? 0);
  const terminal = blocks.filter((block) => TERMINAL.test(block.text.slice(-6))).length;
  return {
    blocks: blocks.length,
    mean_word_length: words === 0 ? 0 : Math.round((letters / words) * 100) / 100,
    removed_share: share(Math.max(0, received.text.length - cleaned.text.length), received.text.length),
    terminal_share: share(terminal, blocks.length),
    words,
  };
}
