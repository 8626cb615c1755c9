import { moderate } from '../../index.ts';
import type { Finding } from '../../moderation/model/finding.ts';
import type { Ruleset } from '../../moderation/model/ruleset.ts';
import { countWords } from '../count-words.ts';
import { isLost } from '../is-lost.ts';
import { type Loss, measureLoss } from '../measure-loss.ts';
import type { CleanArticle } from './clean-article.ts';

/** A clean article with what was done to it. */
export interface JudgedArticle {
  readonly article: CleanArticle;
  readonly words: number;
  readonly loss: Loss;
  /** Units of which half or more is gone. */
  readonly lostUnits: CleanArticle['units'];
  readonly findings: readonly Finding[];
  /** Code units a finding took out that are not white space. */
  readonly lostTo: (finding: Finding) => number;
  /** 0 to 100. */
  readonly score: number;
}

/** Moderates an article that needs no cleaning. */
export function judgeCleanArticle(article: CleanArticle, ruleset: Ruleset): JudgedArticle {
  const { text, file, line, units } = article;
  const { edits, findings, quality } = moderate({ id: `${file}:${line}`, text }, { ruleset });
  const lossOf = measureLoss(text, edits);
  return {
    article,
    words: countWords(text),
    loss: lossOf({ start: 0, end: text.length }),
    lostUnits: units.filter((unit) => isLost(lossOf(unit))),
    findings,
    lostTo: (finding) => lossOf(finding).lost,
    score: quality.score,
  };
}
