import type { LogReport } from '../schema/log-report-schema.ts';
import type { EventCounters } from './event-counter.ts';
import type { LineFields } from './line-fields.ts';
import { QuantileSketch } from './quantile-sketch.ts';
import type { RuleCounts } from './rule-counts.ts';
import type { SourceCounts } from './source-counts.ts';
import type { TimeSeries } from './time-series.ts';
import { WordCounts } from './word-counts.ts';

const OUTCOMES = ['publish', 'review', 'reject'] as const;
type Outcome = (typeof OUTCOMES)[number];
const PURGES = ['asked', 'retention'] as const;
const MOST_SCORE = 100;
const SCORE_WIDTH = 5;
const RULE_LENGTH = 128;

/** What counters of more than one subject count into. */
export interface CommonCounts {
  readonly sources: SourceCounts;
  readonly rules: RuleCounts;
  readonly overTime: TimeSeries;
}

const createScores = () =>
  Array.from({ length: MOST_SCORE / SCORE_WIDTH }, (_, at) => ({
    from: at * SCORE_WIDTH,
    to: (at + 1) * SCORE_WIDTH,
    ...{ publish: 0, review: 0, reject: 0 },
  }));

interface CleanedLine {
  readonly outcome: Outcome | undefined;
  readonly score: number;
  readonly findings: number;
  readonly removed: number;
  readonly kinds: readonly (readonly [string, number])[];
  readonly rules: readonly (readonly [string, number])[];
  readonly removedKinds: readonly (readonly [string, number])[];
  readonly removedRules: readonly (readonly [string, number])[];
  readonly incomplete: readonly string[];
}

const readCleaned = (fields: LineFields): CleanedLine => ({
  outcome: fields.word('outcome', OUTCOMES),
  score: fields.amount('score', MOST_SCORE),
  findings: fields.count('findings'),
  removed: fields.countIfAny('removed'),
  kinds: fields.counts('kinds', RULE_LENGTH),
  rules: fields.counts('rules', RULE_LENGTH),
  removedKinds: fields.counts('removed_kinds', RULE_LENGTH),
  removedRules: fields.counts('removed_rules', RULE_LENGTH),
  incomplete: fields.words('incomplete'),
});

/** What came in, what became of it and what was found. */
export class ArticleCounts {
  private readonly common: CommonCounts;
  private readonly counts = { received: 0, queued: 0, cleaned: 0, accepted: 0, flagged: 0, superseded: 0, replayed: 0 };
  private readonly outcomes = { publish: 0, review: 0, reject: 0 };
  private readonly purged = { asked: 0, retention: 0 };
  private readonly found = { total: 0, removed: 0 };
  private readonly refused = new WordCounts();
  private readonly kinds = new WordCounts();
  private readonly removedKinds = new WordCounts();
  private readonly incomplete = new WordCounts();
  private readonly characters = new QuantileSketch();
  private readonly scores = createScores();

  constructor(common: CommonCounts) {
    this.common = common;
  }

  readonly counters: EventCounters = {
    'article.received': (fields, { time, source }) => {
      const characters = fields.count('characters');
      return () => {
        this.counts.received++;
        this.characters.add(characters);
        this.common.sources.add(source, 'received');
        this.common.overTime.at(time).received++;
      };
    },
    'article.cleaned': (fields, { time, source }) => {
      const cleaned = readCleaned(fields);
      return () => this.countCleaned(cleaned, time, source);
    },
    'article.purged': (fields) => {
      const reason = fields.word('reason', PURGES);
      return () => {
        if (reason) this.purged[reason]++;
      };
    },
    'article.refused': (fields) => {
      const code = fields.text('code');
      return () => this.refused.add(code);
    },
    'article.queued': () => () => this.counts.queued++,
    'article.accepted': () => () => this.counts.accepted++,
    'article.flagged': () => () => this.counts.flagged++,
    'article.superseded': () => () => this.counts.superseded++,
    'article.replayed': () => () => this.counts.replayed++,
  };

  private countCleaned(cleaned: CleanedLine, time: number, source: string): void {
    const { outcome, score, findings, removed } = cleaned;
    if (!outcome) return;
    const { sources, overTime } = this.common;
    this.counts.cleaned++;
    this.outcomes[outcome]++;
    overTime.at(time)[outcome]++;
    const bar = this.scores[Math.min(this.scores.length - 1, Math.floor(score / SCORE_WIDTH))];
    if (bar) bar[outcome]++;
    this.found.total += findings;
    this.found.removed += removed;
    sources.add(source, outcome);
    sources.add(source, 'findings', findings);
    sources.add(source, 'removed', removed);
    this.countFound(cleaned);
  }

  private countFound({ kinds, rules, removedKinds, removedRules, incomplete }: CleanedLine): void {
    for (const [kind, count] of kinds) this.kinds.add(kind, count);
    for (const [kind, count] of removedKinds) this.removedKinds.add(kind, count);
    for (const [rule, count] of rules) this.common.rules.add(rule, 'findings', count);
    for (const [rule, count] of removedRules) this.common.rules.add(rule, 'removed_findings', count);
    for (const stage of incomplete) this.incomplete.add(stage);
  }

  toArticles(dead: number): LogReport['articles'] {
    return {
      ...this.counts,
      outcomes: { ...this.outcomes },
      dead,
      purged: { ...this.purged },
      refused: this.refused.list(),
      characters: this.characters.toQuantiles(),
    };
  }

  toScores(): LogReport['scores'] {
    return this.scores.map((bar) => ({ ...bar }));
  }

  toFindings(): LogReport['findings'] {
    return {
      ...this.found,
      kinds: this.kinds.list(),
      removed_kinds: this.removedKinds.list(),
      incomplete: this.incomplete.list(),
    };
  }
}
