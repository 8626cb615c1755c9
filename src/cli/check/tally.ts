import type { Outcome } from '../../moderation/model/moderated-article.ts';
import type { Ending } from './drawn-item.ts';

const VERDICT_EXIT: Readonly<Record<Outcome, number>> = { publish: 0, review: 1, reject: 2 };

/** Counts what became of the articles. */
export class Tally {
  private readonly counts: Record<Outcome | 'failed', number> = { publish: 0, review: 0, reject: 0, failed: 0 };
  private worst = 0;

  add(ending: Ending): void {
    this.counts['fault' in ending ? 'failed' : ending.verdict]++;
    const code = 'fault' in ending ? ending.fault.exitCode : VERDICT_EXIT[ending.verdict];
    this.worst = Math.max(this.worst, code);
  }

  /** The highest code met: any fault (64 and above) outweighs any verdict (0 publish, 1 review, 2 reject). */
  get exitCode(): number {
    return this.worst;
  }

  get articles(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  /** For example "12 articles: 9 publish, 2 review, 1 reject". */
  describe(): string {
    const { publish, review, reject, failed } = this.counts;
    const failures = failed === 0 ? '' : `, ${failed} failed`;
    const noun = this.articles === 1 ? 'article' : 'articles';
    return `${this.articles} ${noun}: ${publish} publish, ${review} review, ${reject} reject${failures}`;
  }
}
