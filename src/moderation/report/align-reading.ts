import { stripMarkup } from '../markup/strip-markup.ts';
import type { Block } from '../model/block.ts';
import type { Edit } from '../model/edit.ts';
import type { Finding } from '../model/finding.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import type { Span } from '../model/span.ts';
import type { AlignedLine } from './align-lines.ts';
import type { DiffSides } from './draw-diff.ts';
import { isPagePart } from './page-parts.ts';

const BLANKS = /\s{1,10000}/gu;
const LINE_END = /\r\n|\n|\r/u;

/** A stretch of the original about which something was done. */
interface Change extends Span {
  readonly rules: readonly string[];
}

/** What a block of the article was and became. Without `after` it was taken out. */
interface Entry {
  readonly before: readonly string[];
  readonly after: readonly string[] | undefined;
  readonly rules: readonly string[];
}

/** The changes of an article, those of its page left aside; such as overlap are one. */
function listChanges(findings: readonly Finding[]): readonly Change[] {
  const changes: { start: number; end: number; rules: string[] }[] = [];
  const made = findings.filter((finding) => finding.action !== 'flagged' && !isPagePart(finding) && finding.end > finding.start);
  for (const { start, end, rule } of made.toSorted((a, b) => a.start - b.start)) {
    const last = changes.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.rules.push(rule);
    } else changes.push({ start, end, rules: [rule] });
  }
  return changes;
}

/** Lists are walked once each, side by side: all are in the order of the original. */
class ReadingAligner {
  readonly entries: Entry[] = [];
  private readonly result: ModeratedArticle;
  private readonly original: string;
  private readonly changes: readonly Change[];
  private change = 0;
  /** Where the last block ended. */
  private at = 0;
  private edit = 0;

  constructor(result: ModeratedArticle, original: string) {
    this.result = result;
    this.original = original;
    this.changes = listChanges(result.findings);
  }

  /** The words of a stretch of the original, on one line. */
  private readWords({ start, end }: Span): string {
    const slice = this.original.slice(start, end);
    return this.result.original.format === 'html' ? stripMarkup(slice) : slice.replace(BLANKS, ' ').trim();
  }

  /** What was taken out whole before `offset`. */
  addRemovedBefore(offset: number): void {
    for (let next = this.changes[this.change]; next && next.start < offset; next = this.changes[this.change]) {
      const words = this.readWords({ start: Math.max(next.start, this.at), end: Math.min(next.end, offset) });
      if (words !== '') this.entries.push({ before: [words], after: undefined, rules: next.rules });
      if (next.end > offset) return;
      this.change++;
    }
  }

  private isChanged({ start, end }: Edit): boolean {
    while ((this.changes[this.change]?.end ?? Number.POSITIVE_INFINITY) <= start) this.change++;
    const next = this.changes[this.change];
    return next !== undefined && next.start < Math.max(end, start + 1);
  }

  /** An edit of markup alone stands; one that a finding made is taken back. */
  private undo(edit: Edit): string {
    if (!this.isChanged(edit)) return edit.replacement;
    const words = this.readWords(edit);
    if (words === '') return edit.replacement;
    const slice = this.original.slice(edit.start, edit.end);
    return `${/^\s/u.test(slice) ? ' ' : ''}${words}${/\s$/u.test(slice) ? ' ' : ''}`;
  }

  /** The text of a block with the edits taken back that findings made. */
  private readBlock({ sourceStart, sourceEnd }: Block): string {
    const { edits } = this.result;
    const parts: string[] = [];
    let at = sourceStart;
    while ((edits[this.edit]?.end ?? Number.POSITIVE_INFINITY) <= sourceStart) this.edit++;
    for (let edit = edits[this.edit]; edit && edit.start < sourceEnd; edit = edits[++this.edit]) {
      if (edit.start < at) continue;
      parts.push(this.original.slice(at, edit.start), this.undo(edit));
      at = edit.end;
    }
    parts.push(this.original.slice(at, Math.max(at, sourceEnd)));
    return parts.join('');
  }

  addBlock(block: Block): void {
    this.addRemovedBefore(block.sourceStart);
    const from = this.change;
    const text = this.result.text.slice(block.start, block.end);
    const before = this.readBlock(block);
    while ((this.changes[this.change]?.end ?? Number.POSITIVE_INFINITY) <= block.sourceEnd) this.change++;
    this.at = block.sourceEnd;
    const inside = this.changes.slice(from, this.change + 1).filter(({ start }) => start < block.sourceEnd);
    this.entries.push({
      before: before.split(LINE_END),
      after: text.split(LINE_END),
      rules: inside.flatMap(({ rules }) => rules),
    });
  }
}

/** Rows for the lines of one block: what is equal at both ends is kept, the rest goes out and comes in. */
function alignEntry({ before, after = [] }: Entry, [a, b]: readonly [number, number], rows: AlignedLine[]): void {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const least = Math.min(before.length, after.length) - head;
  while (tail < least && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  for (let at = 0; at < head; at++) rows.push({ before: a + at, after: b + at });
  for (let at = head; at < before.length - tail; at++) rows.push({ before: a + at });
  for (let at = head; at < after.length - tail; at++) rows.push({ after: b + at });
  for (let at = tail; at > 0; at--) rows.push({ before: a + before.length - at, after: b + after.length - at });
}

/** Blocks become lines, a blank one between two of them, as they are joined in the text. */
function toSides(entries: readonly Entry[]): DiffSides {
  const rows: AlignedLine[] = [];
  const beforeText: string[] = [];
  const afterText: string[] = [];
  const rules = new Map<number, readonly string[]>();
  for (const entry of entries) {
    const opensBefore = beforeText.length > 0 ? { before: beforeText.push('') - 1 } : {};
    const opensAfter = entry.after && afterText.length > 0 ? { after: afterText.push('') - 1 } : {};
    if (rows.length > 0) rows.push({ ...opensBefore, ...opensAfter });
    for (let line = 0; line < entry.before.length; line++) rules.set(beforeText.length + line, entry.rules);
    alignEntry(entry, [beforeText.length, afterText.length], rows);
    for (const line of entry.before) beforeText.push(line);
    for (const line of entry.after ?? []) afterText.push(line);
  }
  return { rows, rules, beforeText, afterText };
}

/**
 * The article as it was read from its markup beside the cleaned one, by lines. What was read is told from the original:
 * edits that no finding made only read markup and stand, the others are taken back. Linear in text, edits and findings.
 */
export function alignReading(result: ModeratedArticle, original: string): DiffSides {
  const aligner = new ReadingAligner(result, original);
  for (const block of result.blocks) aligner.addBlock(block);
  aligner.addRemovedBefore(Number.POSITIVE_INFINITY);
  return toSides(aligner.entries);
}
