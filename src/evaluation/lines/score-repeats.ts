import { countJudged } from '../count-judged.ts';
import { countWords } from '../count-words.ts';
import type { Row } from '../evaluation.ts';
import { scoreCounts } from '../score-counts.ts';
import type { JudgedLine } from './judged-line.ts';

const MIN_WORDS = 6;

function isRepeat({ label, exact_repeat_of: earlier }: JudgedLine['record']): boolean {
  return earlier !== undefined || (label !== 'content' && label !== 'boilerplate' && label !== 'spam_insert');
}

/** Near-duplicates that are flagged and kept. Lines that are taken out as copies are another row's matter. */
function scoreNearDuplicates(lines: readonly JudgedLine[]): Row {
  const judged = lines
    .map(({ record, isRemoved, repeat }) => ({
      isNoise: record.label === 'near_duplicate',
      isFound: !isRemoved && repeat?.action === 'flagged',
      isCopy: isRepeat(record) && record.label !== 'near_duplicate',
    }))
    .filter(({ isCopy }) => !isCopy);
  return { name: 'near_duplicate flagged', figures: { items: judged.length, ...scoreCounts(countJudged(judged)) } };
}

/** Rows about repetition: near-duplicates, and every kind of repetition among lines long enough to compare. */
export function scoreRepeats(lines: readonly JudgedLine[]): readonly Row[] {
  const long = lines.filter(({ record }) => countWords(record.text) >= MIN_WORDS);
  const judged = long.map(({ record, repeat }) => ({ isNoise: isRepeat(record), isFound: repeat !== undefined }));
  const all = {
    name: `any repetition, ${MIN_WORDS} words or more`,
    figures: { items: long.length, ...scoreCounts(countJudged(judged)) },
  };
  return [scoreNearDuplicates(lines), all];
}
