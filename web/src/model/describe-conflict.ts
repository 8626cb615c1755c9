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

function clip({ kind, text }: WordRun): WordRun {
  if (kind !== 'same' || text.length <= AROUND * 2) return { kind, text };
  return { kind, text: `${text.slice(0, AROUND)} … ${text.slice(-AROUND)}` };
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
    words: runs.length > 1 ? runs.map(clip) : [],
  };
}
