import { countJudged } from '../count-judged.ts';
import { countWords } from '../count-words.ts';
import { divide } from '../divide.ts';
import type { Figures } from '../evaluation.ts';
import { isHeadingLike } from '../is-heading-like.ts';
import { scoreCounts } from '../score-counts.ts';
import { isMetaLine } from './is-meta-line.ts';
import { isNoiseLine } from './is-noise-line.ts';
import type { JudgedLine } from './judged-line.ts';

/** What this needs of a line, so that baselines are scored by the same code. */
export type ScoredLine = Pick<JudgedLine, 'record' | 'isRemoved' | 'isKeptElsewhere' | 'charactersLost'>;

/** Lines of content of which no copy is left. */
function countLost(lines: readonly ScoredLine[]): Figures {
  const isBody = ({ record }: ScoredLine): boolean => record.label === 'near_duplicate' || record.sub === 'body';
  const lost = lines.filter(({ isRemoved, isKeptElsewhere }) => isRemoved && !isKeptElsewhere);
  const body = lost.filter(isBody);
  return {
    headlinesLost: lost.filter(({ record }) => record.sub === 'headline').length,
    headingsLost: body.filter(({ record }) => isHeadingLike(record.text)).length,
    bodyLost: body.length,
    bodyLostShare: divide(body.length, lines.filter(isBody).length),
    metaLost: lost.filter(({ record }) => isMetaLine(record)).length,
  };
}

/** How well noise lines are told from content, and what content it costs. */
export function scoreLines(lines: readonly ScoredLine[]): Figures {
  const content = lines.filter(({ record }) => !isNoiseLine(record));
  const words = content.reduce((sum, { record }) => sum + countWords(record.text), 0);
  const judged = lines.map(({ record, isRemoved }) => ({ isNoise: isNoiseLine(record), isFound: isRemoved }));
  return {
    items: lines.length,
    ...scoreCounts(countJudged(judged)),
    ...countLost(content),
    falseRemovalsPer10kWords: divide(content.filter(({ isRemoved }) => isRemoved).length * 10_000, words),
    charactersLost: content.reduce((sum, { charactersLost }) => sum + charactersLost, 0),
  };
}
