import type { LogReport } from '../schema/log-report-schema.ts';
import type { CommonCounts } from './article-counts.ts';
import type { EventCounter, EventCounters } from './event-counter.ts';
import type { LineFields } from './line-fields.ts';
import { NetCounts } from './net-counts.ts';
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
  private readonly broughtBack = new NetCounts();
  private readonly amendments = {
    ...{ restored: 0, removed: 0, edited: 0, reclassified: 0 },
    ...{ entities_rejected: 0, topics_rejected: 0, topics_added: 0, withdrawn: 0 },
  };

  constructor(common: CommonCounts) {
    this.common = common;
  }

  /** What a decision, or the undoing of one, changes of what counts as brought back. */
  private judge(fields: LineFields, source: string): () => void {
    const [kinds, goneKinds] = [fields.counts('restored_kinds', RULE_LENGTH), fields.counts('unrestored_kinds', RULE_LENGTH)];
    const [rules, goneRules] = [fields.counts('restored_rules', RULE_LENGTH), fields.counts('unrestored_rules', RULE_LENGTH)];
    const { sources, rules: byRule } = this.common;
    return () => {
      for (const [kind, count] of kinds) this.broughtBack.add(kind, count);
      for (const [kind, count] of goneKinds) this.broughtBack.take(kind, count);
      for (const [, count] of kinds) sources.add(source, 'brought_back', count);
      for (const [, count] of goneKinds) sources.add(source, 'taken_back', count);
      for (const [rule, count] of rules) byRule.add(rule, 'brought_back', count);
      for (const [rule, count] of goneRules) byRule.add(rule, 'taken_back', count);
    };
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
    'review.decided': (fields, { source }) => {
      const judge = this.judge(fields, source);
      const decision = fields.word('decision', DECISIONS);
      const reason = fields.textIfAny('reason');
      const seconds = fields.amountIfAny('review_seconds');
      const keys = fields.has('keys') ? fields.count('keys') : undefined;
      return () => {
        judge();
        if (decision) this.decisions[decision]++;
        if (reason !== undefined) this.reasons.add(reason);
        if (seconds !== undefined) this.seconds.add(seconds);
        if (keys !== undefined) this.keys.add(keys);
      };
    },
    'decision.undone': (fields, { source }) => {
      const judge = this.judge(fields, source);
      const told = fields.flag('told');
      return () => {
        judge();
        this.undone.undone++;
        this.undone.undone_told += Number(told);
      };
    },
    'appeal.opened': () => () => this.appeals.opened++,
    'appeal.decided': (fields, { source }) => {
      const judge = this.judge(fields, source);
      const upheld = fields.flag('upheld');
      return () => {
        judge();
        this.appeals[upheld ? 'upheld' : 'turned_down']++;
      };
    },
    'review.checked': (fields) => {
      const agrees = fields.flag('agrees');
      return () => this.checks[agrees ? 'agree' : 'differ']++;
    },
  };

  /** By kind. */
  toBroughtBack(): LogReport['findings']['brought_back_kinds'] {
    return this.broughtBack.list();
  }

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
