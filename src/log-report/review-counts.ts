import type { LogReport } from '../schema/log-report-schema.ts';
import type { CommonCounts } from './article-counts.ts';
import type { EventCounter, EventCounters } from './event-counter.ts';
import { QuantileSketch } from './quantile-sketch.ts';
import { WordCounts } from './word-counts.ts';

const DECISIONS = ['accepted', 'rejected'] as const;
const RULE_LENGTH = 128;

/** What people did at the desk. */
export class ReviewCounts {
  private readonly common: CommonCounts;
  private readonly acts = { claimed: 0, released: 0, lease_expired: 0, escalated: 0, noted: 0 };
  private readonly decisions = { accepted: 0, rejected: 0 };
  private readonly undone = { undone: 0, undone_told: 0 };
  private readonly reasons = new WordCounts();
  private readonly seconds = new QuantileSketch();
  private readonly keys = new QuantileSketch();
  private readonly checks = { agree: 0, differ: 0 };
  private readonly appeals = { opened: 0, upheld: 0, turned_down: 0 };
  private readonly amendments = {
    ...{ restored: 0, removed: 0, edited: 0, reclassified: 0 },
    ...{ entities_rejected: 0, topics_rejected: 0, topics_added: 0, withdrawn: 0 },
  };

  constructor(common: CommonCounts) {
    this.common = common;
  }

  private amend(column: 'restored' | 'removed' | 'edited' | 'reclassified'): EventCounter {
    return (fields, { source }) => {
      const rule = fields.textIfAny('rule', RULE_LENGTH);
      return () => {
        this.amendments[column]++;
        if (column === 'restored') this.common.sources.add(source, 'restored');
        if (rule !== undefined) this.common.rules.add(rule, column);
      };
    };
  }

  readonly counters: EventCounters = {
    'review.claimed': () => () => this.acts.claimed++,
    'review.released': () => () => this.acts.released++,
    'review.lease_expired': () => () => this.acts.lease_expired++,
    'review.escalated': () => () => this.acts.escalated++,
    'review.noted': () => () => this.acts.noted++,
    'span.restored': this.amend('restored'),
    'span.removed': this.amend('removed'),
    'text.edited': this.amend('edited'),
    'finding.reclassified': this.amend('reclassified'),
    'entity.rejected': () => () => this.amendments.entities_rejected++,
    'topic.rejected': () => () => this.amendments.topics_rejected++,
    'topic.added': () => () => this.amendments.topics_added++,
    'amendment.withdrawn': () => () => this.amendments.withdrawn++,
    'review.decided': (fields) => {
      const decision = fields.word('decision', DECISIONS);
      const reason = fields.textIfAny('reason');
      const seconds = fields.amountIfAny('review_seconds');
      const keys = fields.has('keys') ? fields.count('keys') : undefined;
      return () => {
        if (decision) this.decisions[decision]++;
        if (reason !== undefined) this.reasons.add(reason);
        if (seconds !== undefined) this.seconds.add(seconds);
        if (keys !== undefined) this.keys.add(keys);
      };
    },
    'decision.undone': (fields) => {
      const told = fields.flag('told');
      return () => {
        this.undone.undone++;
        this.undone.undone_told += Number(told);
      };
    },
    'appeal.opened': () => () => this.appeals.opened++,
    'appeal.decided': (fields) => {
      const upheld = fields.flag('upheld');
      return () => this.appeals[upheld ? 'upheld' : 'turned_down']++;
    },
    'review.checked': (fields) => {
      const agrees = fields.flag('agrees');
      return () => this.checks[agrees ? 'agree' : 'differ']++;
    },
  };

  toReview(): LogReport['review'] {
    return {
      ...this.acts,
      ...this.decisions,
      ...this.undone,
      reasons: this.reasons.list(),
      seconds: this.seconds.toQuantiles(),
      keys: this.keys.toQuantiles(),
      checks: { ...this.checks },
      appeals: { ...this.appeals },
      amendments: { ...this.amendments },
    };
  }
}
