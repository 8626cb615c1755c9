import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { logLineSchema } from '../../../src/schema/log-events.ts';
import { openLog } from '../../../src/service/telemetry/open-log.ts';
import { startSpan } from '../../../src/service/telemetry/trace.ts';

describe('openLog', () => {
  it('writes only the fields that the event allows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-log-'));
    const file = join(folder, 'deep', 'log.ndjson');
    const log = openLog(file, 'info');
    const about = { tenant: 'default', article_id: 'a', revision: 1, run: 1, attempt: 0, number: 1 };
    const states = { processing_state: 'received', review_state: 'none', delivery_state: 'none' } as const;
    const fields = { ...about, ...states, characters: 12 };
    const trace = startSpan();
    log('article.received', { ...fields, ...{ text: 'secret text', title: 'secret title' } }, trace);
    await Promise.resolve();
    const line: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(logLineSchema.safeParse(line).error).toBeUndefined();
    expect(line).toMatchObject({
      schema: 1,
      level: 'info',
      service: 'copydesk',
      event: 'article.received',
      trace_id: trace.traceId,
      characters: 12,
    });
    expect(readFileSync(file, 'utf8')).not.toContain('secret');
    rmSync(folder, { recursive: true });
  });

  it('writes the lines of one stretch of work in their order, before anything else is done', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-log-'));
    const file = join(folder, 'log.ndjson');
    const log = openLog(file, 'info');
    for (let line = 0; line < 100; line++) log('service.stopped', { up_seconds: line }, startSpan());
    const later = Promise.resolve().then(() => readFileSync(file, 'utf8'));
    const lines = (await later).trimEnd().split('\n');
    expect(lines.map((line) => logLineSchema.parse(JSON.parse(line)))).toMatchObject(
      Array.from({ length: 100 }, (_, line) => ({ up_seconds: line })),
    );
    rmSync(folder, { recursive: true });
  });

  it.runIf(existsSync('/dev/full'))('goes on when the disk is full', async () => {
    const log = openLog('/dev/full', 'info');
    for (let line = 0; line < 3; line++) log('service.stopped', { up_seconds: 1 }, startSpan());
    await Promise.resolve();
  });
});
