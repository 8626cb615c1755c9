import type { Moderation } from '../../src/service/processing/moderation.ts';

/** A result as large as that of a short article, made without looking at one. */
export const NOTHING: Moderation = {
  json: JSON.stringify({ text: 'x'.repeat(6000) }),
  outcome: 'publish',
  score: 100,
  ruleset: 'none',
  findings: 0,
  reasons: [],
  kinds: [],
  counts: { removed: 0, kinds: {}, rules: {}, removed_kinds: {}, removed_rules: {}, incomplete: [] },
  rules: [],
  title: '',
};
