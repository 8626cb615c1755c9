import type { Outcome } from '../../moderation/model/moderated-article.ts';

/** What a run of a revision came to, as it is stored. */
export interface NewResult {
  /** The result as JSON text, byte for byte as the library gives it. */
  readonly json: string;
  readonly outcome: Outcome;
  readonly score: number;
  readonly ruleset: string;
}
