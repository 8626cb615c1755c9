/** What a report of precision is bounded by, and from when it proposes something. */
export const PRECISION_LIMITS = {
  /** Verdicts that are read, the newest: an index gives them in their order, and an embedded store does nothing else meanwhile. */
  verdicts: 50_000,
  /** Articles that are looked at for patterns: as many of each window, the newest of it. */
  articles: 50_000,
  /** Rules, sources and pairs of both that are judged, those with the most that was brought back. */
  groups: 500,
  /** Windows of a report; more are no trend that anybody reads. */
  windows: 60,
  /** Decisions without which nothing is proposed: with fewer the interval of a half is wider than a fifth to each side, and one person's day decides. */
  decisions: 20,
  /** Decisions of each of two windows without which they are not compared. */
  compared: 10,
  /** A rule of which people surely bring something back in half of the articles gives more work than it takes: it is to be retired. */
  retire: 0.5,
  /** A rule that is surely wrong in one article of five teaches people to bring back without looking: it is to be narrowed. */
  narrow: 0.2,
  /**
   * What a source brings is another thing when the share of its articles differs by so much, or by that factor. Articles of a source are not
   * independent, as one advertisement stands on every page of a day, so with thousands of them small differences are sure and mean nothing. Both
   * are chosen so that somebody who reads a hundred articles would see it.
   */
  change: { points: 0.05, factor: 1.5 },
  /** The share of changes told that may be none: one in twenty. */
  falseDiscoveries: 0.05,
} as const;
