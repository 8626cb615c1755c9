import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLogRecord } from '../../src/log-report/read-log-record.ts';
import { COUNTED_FIELDS } from '../../src/schema/counted-fields.ts';
import { LOG_EVENT_FACTS } from '../../src/schema/log-event-facts.ts';
import { LOG_EVENTS, type LogEvent } from '../../src/schema/log-events.ts';
import type { LogFormat } from '../../src/service/telemetry/log-formats.ts';
import { openLog } from '../../src/service/telemetry/open-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

const EVENTS = Object.keys(LOG_EVENTS) as LogEvent[];
const FORMS: readonly (readonly [LogFormat, string])[] = [
  ['copydesk', 'reader'],
  ['ecs', 'ecs'],
  ['otel', 'otel'],
];
const trace = { traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8) };

function compile(name: string): (line: unknown) => readonly string[] {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  addFormats.default(ajv);
  const file = new URL(`../../schemas/log-line-1.${name}.schema.json`, import.meta.url);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  return (line) =>
    validate(line) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

async function writeAll(format: LogFormat): Promise<readonly string[]> {
  const file = join(folder, randomUUID());
  const log = openLog(file, 'debug', format);
  for (const event of EVENTS) log(event, LOG_EVENT_FACTS[event].example, trace);
  await Promise.resolve();
  return readFileSync(file, 'utf8').trimEnd().split('\n');
}

describe.each(FORMS)('the schema for readers of the form %s', (format, name) => {
  const faultsOf = compile(name);

  it('holds for a line of every event', async () => {
    const lines = await writeAll(format);
    expect(lines.length).toBe(EVENTS.length);
    for (const line of lines) expect(faultsOf(JSON.parse(line)), line).toEqual([]);
  });

  it('holds for what later versions may add, and not for what is missing or wrong', async () => {
    const lines = (await writeAll(format)).map((line) => line.replaceAll('processing.stalled', 'article.sung'));
    const flagged = lines.find((line) => line.includes('article.flagged')) ?? '';
    expect(lines.some((line) => line.includes('article.sung') && faultsOf(JSON.parse(line)).length === 0)).toBe(true);
    const more = flagged.replace(/("(?:copydesk\.)?outcome"):"[a-z]+"/u, '$1:"ponder","more":{"deep":1}');
    expect(more).not.toBe(flagged);
    expect(faultsOf(JSON.parse(more))).toEqual([]);
    for (const bad of [
      flagged.replace(/"(?:copydesk\.)?outcome"/u, '"income"'),
      flagged.replace(/("(?:copydesk\.)?revision"):\d+/u, '$1:"one"'),
      flagged.replaceAll(trace.traceId, 'none'),
    ]) {
      expect(bad).not.toBe(flagged);
      expect(faultsOf(JSON.parse(bad)), bad).not.toEqual([]);
    }
  });

  it('is of lines that say the same as ours', async () => {
    const [own, other] = [await writeAll('copydesk'), await writeAll(format)];
    for (const [at, event] of EVENTS.entries()) {
      const [ours, theirs] = [own[at], other[at]].map((line) => readLogRecord(JSON.parse(line ?? '')));
      const wanted = Object.fromEntries(Object.keys(LOG_EVENT_FACTS[event].example).map((field) => [field, ours?.fields[field]]));
      expect(theirs?.event).toBe(event);
      expect({ ...theirs?.fields }).toMatchObject(wanted);
    }
  });
});

it('fields that count by name are known as such', () => {
  const counted = EVENTS.flatMap((event) => {
    const { properties = {} } = z.toJSONSchema(LOG_EVENTS[event], { io: 'input' });
    return Object.entries(properties).filter(([, field]) => typeof field === 'object' && field.type === 'object');
  });
  expect(new Set(counted.map(([name]) => name))).toEqual(COUNTED_FIELDS);
});

it('rules are no names of fields in forms of other systems', async () => {
  const rule = Object.keys(LOG_EVENT_FACTS['article.cleaned'].example.rules ?? {})[0] ?? 'none';
  for (const format of ['ecs', 'otel'] as const) {
    const line = (await writeAll(format)).find((text) => text.includes(rule)) ?? '';
    expect(line).toContain(`"name":"${rule}"`);
    expect(line).not.toContain(`"${rule}":`);
  }
});
