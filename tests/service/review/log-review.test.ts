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
const delivery = { id: 'msg_1', way: 'pull', heldSeconds: 10 } as const;
const decided = { ...act, decision: 'rejected', reason: 'spam', result: SHA256, delivery } as const;

/** Each event of the review, with the fields of its line that come from it. */
const CASES: { readonly [Name in ReviewEvent['name']]: readonly [Extract<ReviewEvent, { name: Name }>['data'], object] } = {
  'review.claimed': [act, { fence: 3 }],
  'review.released': [act, { fence: 3 }],
  'review.lease_expired': [act, { fence: 3 }],
  'review.escalated': [{ ...act, reason: null }, { fence: 3 }],
  'review.noted': [{ by: 'per_1', note: 'note_1' }, { note: 'note_1' }],
  'span.restored': [amended, { fence: 3, amendment: 'am_1' }],
  'span.removed': [amended, { fence: 3, amendment: 'am_1' }],
  'text.edited': [amended, { fence: 3, amendment: 'am_1' }],
  'finding.reclassified': [amended, { fence: 3, amendment: 'am_1' }],
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

describe('the log of the review', () => {
  it.each(Object.entries(CASES))('has a line for %s that says who, and no text', (name, [data, fields]) => {
    const file = join(folder, `${name}.ndjson`);
    // The table says which data belongs to which name.
    logReview(openLog(file, 'info'), article, [{ name, data } as ReviewEvent], { keys: 2, seconds: 4.5 });
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
      const about = { tenant: 'default', article_id: 'art_1', revision: 2, attempt: 1, person: 'per_1' };
      expect(rest).toEqual({ event: name, trace_id: article.traceId, ...about, ...fields });
    });
  });
});
