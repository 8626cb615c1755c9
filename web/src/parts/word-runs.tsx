import { say } from '../messages/say.ts';
import type { WordRun } from '../model/diff-words.ts';

interface Props {
  readonly runs: readonly WordRun[];
  /** One side of a comparison shows only what stands there. */
  readonly side?: 'before' | 'after';
}

/** Two texts in one, or one side of them; what differs is marked, and said to those who cannot see it. */
export function WordRuns({ runs, side }: Props) {
  const hidden = side === 'before' ? 'new' : side === 'after' ? 'gone' : '';
  return (
    <p class="word-runs" dir="auto">
      {runs
        .filter(({ kind }) => kind !== hidden)
        .map(({ kind, text }, index) => {
          const key = `${index}`;
          if (kind === 'same') return <span key={key}>{text}</span>;
          return kind === 'gone' ? (
            <del key={key}>
              <span class="unseen">{say('diff.gone')} </span>
              {text}
            </del>
          ) : (
            <ins key={key}>
              <span class="unseen">{say('diff.new')} </span>
              {text}
            </ins>
          );
        })}
    </p>
  );
}
