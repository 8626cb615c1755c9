import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { logLineSchema } from '../../../src/schema/log-events.ts';
import { logReview } from '../../../src/service/review/log-review.ts';
import type { ReviewEvent } from '../../../src/service/store/review-event.ts';
import type { StoredArticle } from '../../../src/service/store/stored-article.ts';
import { openLog } from '../../../src/service/telemetry/open-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SHA256 = 'c0'.repeat(32);
const act = { by: 'per_1', fence: 3 };
const amended = { ...act, amendment: 'am_1', sha256: SHA256 };
const found = { kind: 'hidden_text', rule: 'page.hidden@1' } as const;
const delivery = { id: 'msg_1', way: 'pull', heldSeconds: 10 } as const;
const decided = { ...act, decision: 'rejected', reason: 'spam', result: SHA256, delivery } as const;

/** Each event of the review, with the fields of its line that come from it. */
const CASES: { readonly [Name in ReviewEvent['name']]: readonly [Extract<ReviewEvent, { name: Name }>['data'], object] } = {
  'review.claimed': [act, { fence: 3 }],
  'review.released': [act, { fence: 3 }],
  'review.lease_expired': [act, { fence: 3 }],
  'review.escalated': [{ ...act, reason: null }, { fence: 3 }],
  'review.noted': [{ by: 'per_1', note: 'note_1' }, { note: 'note_1' }],
  'span.restored': [
    { ...amended, ...found },
    { ...found, fence: 3, amendment: 'am_1' },
  ],
  'span.removed': [amended, { fence: 3, amendment: 'am_1' }],
  'text.edited': [amended, { fence: 3, amendment: 'am_1' }],
  'finding.reclassified': [
    { ...amended, ...found },
    { ...found, fence: 3, amendment: 'am_1' },
  ],
  'entity.rejected': [amended, { fence: 3, amendment: 'am_1' }],
  'topic.rejected': [amended, { fence: 3, amendment: 'am_1' }],
  'topic.added': [amended, { fence: 3, amendment: 'am_1' }],
  'amendment.withdrawn': [
    { ...act, amendment: 'am_1' },
    { fence: 3, amendment: 'am_1' },
  ],
  'review.decided': [decided, { fence: 3, decision: 'rejected', reason: 'spam', keys: 2, review_seconds: 4.5 }],
  'decision.undone': [
    { ...act, told: true, delivery },
    { fence: 3, told: true },
  ],
  'appeal.opened': [{ by: 'per_1', appeal: 'appeal_1' }, { appeal: 'appeal_1' }],
  'appeal.decided': [
    { ...decided, appeal: 'appeal_1', upheld: true },
    { fence: 3, decision: 'rejected', reason: 'spam', appeal: 'appeal_1', upheld: true },
  ],
  'review.checked': [
    { by: 'per_1', decision: 'accepted', agrees: false },
    { decision: 'accepted', agrees: false },
  ],
};

const article: StoredArticle = {
  key: { tenant: 'default', articleId: 'art_1', revision: 2 },
  ...{ source: '', externalId: 'x', inputSha256: SHA256, traceId: 'ab'.repeat(16), jobId: null, head: '' },
  state: {
    ...{ processing: 'cleaned', review: 'flagged', delivery: 'none', claimant: null, fence: 3, decision: null },
    ...{ superseded: false, purged: false, attempt: 1, unended: 0, run: 1, version: 9 },
  },
};

const claimed = { claimant: 'per_1' } as const;
const free = { claimant: null, fence: 2 } as const;

/** How the article stood before each event. */
const BEFORE: { readonly [Name in ReviewEvent['name']]: Partial<StoredArticle['state']> } = {
  'review.claimed': free,
  'review.released': claimed,
  'review.lease_expired': claimed,
  'review.escalated': claimed,
  'review.noted': {},
  'span.restored': claimed,
  'span.removed': claimed,
  'text.edited': claimed,
  'finding.reclassified': claimed,
  'entity.rejected': claimed,
  'topic.rejected': claimed,
  'topic.added': claimed,
  'amendment.withdrawn': claimed,
  'review.decided': claimed,
  'decision.undone': { ...free, review: 'decided', delivery: 'delivered' },
  'appeal.opened': { review: 'decided' },
  'appeal.decided': { ...claimed, review: 'appealed' },
  'review.checked': { review: 'decided' },
};

/** Where it stands after those that move it. */
const AFTER: Partial<Record<ReviewEvent['name'], object>> = {
  'review.escalated': { review_state: 'escalated' },
  'review.decided': { review_state: 'decided', delivery_state: 'available' },
  'decision.undone': { review_state: 'flagged', delivery_state: 'available' },
  'appeal.opened': { review_state: 'appealed' },
  'appeal.decided': { review_state: 'decided', delivery_state: 'available' },
  'review.checked': { review_state: 'decided' },
};

const pickStates = ({ review, delivery }: StoredArticle['state']) => ({ review_state: review, delivery_state: delivery });

describe('the log of the review', () => {
  // Object.keys forgets what the keys are.
  it.each(Object.keys(CASES) as ReviewEvent['name'][])('has a line for %s that says who, and no text', (name) => {
    const [data, fields] = CASES[name];
    const file = join(folder, `${name}.ndjson`);
    const before = { ...article, state: { ...article.state, ...BEFORE[name] } };
    // The table says which data belongs to which name.
    logReview(openLog(file, 'info'), before, [{ name, data } as ReviewEvent], { keys: 2, seconds: 4.5 });
    return Promise.resolve().then(() => {
      const [line = ''] = readFileSync(file, 'utf8').split('\n');
      const read: unknown = JSON.parse(line);
      expect(logLineSchema.safeParse(read).error).toBeUndefined();
      const {
        schema: _,
        time: __,
        level: ___,
        service: ____,
        version: _____,
        span_id: ______,
        ...rest
      } = read as Record<string, unknown>;
      const about = { tenant: 'default', article_id: 'art_1', revision: 2, run: 1, attempt: 1, person: 'per_1' };
      const stands = { processing_state: 'cleaned', review_state: 'flagged', delivery_state: 'none' };
      const states = { ...stands, ...pickStates(before.state), ...AFTER[name] };
      expect(rest).toEqual({ event: name, trace_id: article.traceId, number: 10, ...about, ...states, ...fields });
    });
  });
});
