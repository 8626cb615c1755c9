/** What an article was compared with, beside itself. */
export interface CorpusSnapshot {
  /** How fingerprints are made, as `ArticleFingerprint.version` states it. */
  readonly fingerprints: string;
  /** The highest number of a fingerprint that counted: what has a higher one became known later. Null for an article without words. */
  readonly asOf: number | null;
  /** For how many days fingerprints are kept. */
  readonly days: number;
}
