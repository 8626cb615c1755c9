import type { Outcome } from '../../moderation/model/moderated-article.ts';

/** What a run of a revision came to, as it is stored. */
export interface NewResult {
  /** The result as JSON text, byte for byte as the library gives it. */
  readonly json: string;
  readonly outcome: Outcome;
  readonly score: number;
  readonly ruleset: string;
  /** Why it was not published: codes. */
  readonly reasons: readonly string[];
  /** Kinds of its findings, and their rules, each once; of rules the first 50. */
  readonly kinds: readonly string[];
  readonly rules: readonly string[];
  /** Of the cleaned article; empty when none was found. */
  readonly title: string;
}
