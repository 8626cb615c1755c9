import type { DeskArticle, HistoryEntry } from '../api/desk-types.ts';
import { diffWords, type WordRun } from './diff-words.ts';

/** What has happened to an article since somebody looked at it. */
export interface Conflict {
  /** Why the act was refused. */
  readonly code: string;
  readonly events: readonly HistoryEntry[];
  readonly before: number | null;
  readonly after: number | null;
  /** Changed words with a little of what stands around them. */
  readonly words: readonly WordRun[];
}

const AROUND = 60;

/** The beginning or the end of a text, cut between words where there are some. */
const takeHead = (text: string) => text.slice(0, AROUND).replace(/\s\S*$/u, '');
const takeTail = (text: string) => text.slice(-AROUND).replace(/^\S*\s/u, '');

/** Of what is the same, only what stands beside a change. */
function clip({ kind, text }: WordRun, index: number, runs: readonly WordRun[]): WordRun {
  if (kind !== 'same' || text.length <= AROUND * 2) return { kind, text };
  const head = index === 0 ? '' : takeHead(text);
  const tail = index === runs.length - 1 ? '' : takeTail(text);
  return { kind, text: `${head} … ${tail}` };
}

/** Compares what was looked at with what stands now. */
export function describeConflict(code: string, before: DeskArticle, after: DeskArticle): Conflict {
  const seen = before.version;
  const isNew = ({ number, revision }: HistoryEntry) => revision === after.revision && number > seen;
  const runs = diffWords(before.result?.text ?? '', after.result?.text ?? '');
  return {
    code,
    events: after.history.filter(isNew).sort((a, b) => a.number - b.number),
    before: before.result?.quality.score ?? null,
    after: after.result?.quality.score ?? null,
    // Empty lines only keep paragraphs apart.
    words: runs.length > 1 ? runs.map(clip).map(({ kind, text }) => ({ kind, text: text.replaceAll(/\n\s*\n/gu, '\n') })) : [],
  };
}
