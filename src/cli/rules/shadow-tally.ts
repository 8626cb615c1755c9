import type { Outcome } from '../../moderation/model/moderated-article.ts';
import type { Flip } from './compare-results.ts';

/** Counts what a change of the rules does to articles. */
export class ShadowTally {
  private compared = 0;
  private flipped = 0;
  private failed = 0;
  private worst = 0;
  private readonly kinds = { verdict: 0, score: 0, edits: 0 };
  private readonly moves = new Map<string, number>();

  add(flip: Flip | undefined): void {
    this.compared++;
    if (!flip) return;
    this.flipped++;
    this.worst = Math.max(this.worst, 1);
    for (const kind of flip.flips) this.kinds[kind]++;
    if (flip.flips.includes('verdict')) this.move(flip.before.outcome, flip.after.outcome);
  }

  addFault(exitCode: number): void {
    this.failed++;
    this.worst = Math.max(this.worst, exitCode);
  }

  private move(from: Outcome, to: Outcome): void {
    const name = `${from} -> ${to}`;
    this.moves.set(name, (this.moves.get(name) ?? 0) + 1);
  }

  /** 1 when something flips, the code of the worst fault (64 and above) when something could not be read, else 0. */
  get exitCode(): number {
    return this.worst;
  }

  /** Articles compared so far. */
  get articles(): number {
    return this.compared;
  }

  toRecord(): object {
    const { compared, flipped, failed, kinds, moves } = this;
    return { articles: compared, flipped, failed, ...kinds, verdicts: Object.fromEntries([...moves].sort()) };
  }

  /** For example "12 articles, 2 flip: 1 verdict (publish -> review 1), 2 scores, 2 texts". */
  describe(): string {
    const { compared, flipped, failed, kinds } = this;
    const articles = `${compared} ${compared === 1 ? 'article' : 'articles'}`;
    const failures = failed === 0 ? '' : `; ${failed} could not be compared`;
    if (flipped === 0) return `${articles}, nothing flips${failures}`;
    const moves = [...this.moves].sort().map(([name, count]) => `${name} ${count}`);
    const verdicts = `verdict of ${kinds.verdict}${moves.length > 0 ? ` (${moves.join(', ')})` : ''}`;
    return `${articles}, ${flipped} ${flipped === 1 ? 'flips' : 'flip'}: ${verdicts}, score of ${kinds.score}, text of ${kinds.edits}${failures}`;
  }
}
