import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const TESTS = fileURLToPath(new URL('..', import.meta.url));

/** Where a log is opened or a process is started, with who holds what it writes to the contract. */
const KNOWN: Readonly<Record<string, string>> = {
  'service/open-test-desk.ts': 'its place, when it is removed',
  'service/open-test-store.ts': 'its place, when it is removed',
  'service/delivery/open-delivery-place.ts': 'its place, when it is removed',
  'service/fingerprints/cross-article.test.ts': 'its place, when it is removed',
  'service/contract.test.ts': 'its place, when it is removed',
  'service/api/desk/oidc.test.ts': 'its place, when it is removed',
  'service/telemetry/tracing/traces.test.ts': 'its place, when it is removed',
  'service/telemetry/metrics/metrics.test.ts': 'its place, when it is removed',
  'service/store/upgrade/upgrade.test.ts': 'its place, when it is removed',
  'docs/operators.test.ts': 'its place, when it is removed',
  'log-report/whole-run/end-day.ts': 'its place, when it is removed',
  'service/spawn-process.ts': 'itself, when the process has ended',
  'cli/run-copydesk.ts': 'itself, when the process has ended',
  'service/telemetry/open-log.test.ts': 'itself',
  'service/review/log-review.test.ts': 'itself',
  'service/telemetry/log-forms.test.ts': 'itself: other forms of the same fields',
  'schema/reader-schemas.test.ts': 'itself: by the schemas for readers',
  'log-report/read-log-record.test.ts': 'itself: other forms of the same fields',
  'cli/report/follow.test.ts': 'nobody: copydesk report writes no log',
  'cli/submit.test.ts': 'nobody: copydesk submit writes no log',
  'cli/main.test.ts': 'nobody: copydesk check writes no log',
  'bench/main.test.ts': 'nobody: the benchmarks write no log',
};

const OPENS = /\b(?:openDesk|openLog)\(|\bspawn\(process\.execPath/u;

describe('the logs of the tests', () => {
  it('are all held to the contract: whoever opens one is known', () => {
    const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const opening = files.filter(
      (name) => name !== 'service/logs-in-tests.test.ts' && OPENS.test(readFileSync(join(TESTS, name), 'utf8')),
    );
    expect(opening.sort()).toEqual(Object.keys(KNOWN).sort());
  });
});
