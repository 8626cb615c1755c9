import { gatherMatches } from '../fingerprints/gather-matches.ts';
import type { PackedFingerprint } from '../fingerprints/packed-fingerprint.ts';
import type { PackedMatches } from '../fingerprints/packed-matches.ts';
import { wasDecided } from '../review/was-decided.ts';
import { insertHits } from '../rules/insert-hits.ts';
import type { WorkRules } from '../rules/work-rules.ts';
import type { Work } from '../store/read-work.ts';
import type { Moderation } from './moderation.ts';
import type { FindMatches } from './moderation-threads.ts';
import type { Processing } from './processing.ts';

function findMatches(
  { pool, fingerprintDays }: Processing,
  { article, input }: Work,
  fingerprint: PackedFingerprint,
): Promise<PackedMatches> {
  const { key, externalId, source } = article;
  return gatherMatches(pool, { key, externalId, source, publishedAt: input.publishedAt, fingerprint }, fingerprintDays);
}

/** Why people are asked although the machine would publish: what they have decided before is not the machine's to overrule. */
const DECIDED_BEFORE = 'people have decided on it before';

/** What threads made of an article, and with what. */
export interface Moderated {
  /** People are not asked. */
  readonly isAccepted: boolean;
  readonly moderation: Moderation;
  readonly rules: WorkRules | undefined;
  readonly corpus: PackedMatches | undefined;
}

/** An article keeps the rules that its tenant had when it began. Hits of active ones are kept before the result, so that none is lost with a worker. */
export async function moderateByRules(processing: Processing, started: Work): Promise<Moderated> {
  const { key, state } = started.article;
  const rules = started.rulesHead === '' ? undefined : await processing.rules.read(key.tenant, started.rulesHead);
  let corpus: PackedMatches | undefined;
  const find: FindMatches = async (fingerprint) => {
    corpus = await findMatches(processing, started, fingerprint);
    return corpus;
  };
  const made = await processing.threads.moderate(started.input, find, undefined, rules);
  const isDecided = state.run > 1 && (await wasDecided(processing.pool, key));
  const moderation = isDecided ? { ...made, reasons: [...made.reasons, DECIDED_BEFORE] } : made;
  if (rules && moderation.hits) await insertHits(processing.pool, key, state.run, rules, moderation.hits);
  return { moderation, isAccepted: made.outcome === 'publish' && !isDecided, rules, corpus };
}
