import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { commandTable } from '../../src/cli/command-table.ts';
import { listMetrics } from '../../src/service/telemetry/metrics/list-metrics.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { findUnknownNames } from './find-unknown-names.ts';
import { type Alert, readAlerts } from './read-alerts.ts';

const FOLDER = fileURLToPath(new URL('../../observability/', import.meta.url));
const alerts = readAlerts();
const NAMES = alerts.map(({ alert }) => alert);

const testsSchema = z.object({
  tests: z.array(
    z.object({
      name: z.string(),
      alert_rule_test: z.array(z.object({ eval_time: z.string(), alertname: z.string(), exp_alerts: z.array(z.unknown()) })),
    }),
  ),
});
const FILES = ['alerts.test.yml', 'alerts-day.test.yml'];
const tests = FILES.flatMap((file) => testsSchema.parse(parse(readFileSync(join(FOLDER, file), 'utf8'))).tests);

/** What each test expects of an alert, in its order. */
const expectationsOf = (name: string): readonly string[] =>
  tests.map(({ alert_rule_test: steps }) =>
    steps
      .filter(({ alertname }) => alertname === name)
      .map(({ exp_alerts: expected }) => (expected.length > 0 ? 'fires' : 'quiet'))
      .join(' '),
  );

describe('the alerts', () => {
  it.each(NAMES)('have a test in which %s is quiet, fires and is over', (name) => {
    expect(expectationsOf(name).some((steps) => /^quiet.* fires.* quiet$/u.test(steps))).toBe(true);
  });

  it('count on metrics that there are', () => {
    const known = listMetrics();
    expect(alerts.flatMap(({ alert, expr }) => findUnknownNames(expr, known).map((name) => `${alert}: ${name}`))).toEqual([]);
    expect(findUnknownNames('sum(rate(copydesk_score_total[1m])) + nodejs_odd', known)).toEqual([
      'copydesk_score_total',
      'nodejs_odd',
    ]);
    expect(findUnknownNames('copydesk_score_bucket + copydesk_store_up_bucket', known)).toEqual(['copydesk_store_up_bucket']);
  });

  it('ask for commands that there are', () => {
    const asked = alerts.flatMap(({ annotations: { action } }) =>
      [...action.matchAll(/`copydesk (\w+)/gu)].map(([, name]) => name),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !commandTable.some((command) => command.name === name))).toEqual([]);
  });
});

const programs = inject('prometheus');

describe.runIf(programs)('promtool', () => {
  const run = (folder: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(programs?.promtool ?? '', args, { cwd: folder, encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}` };
  };

  it('finds rules and configuration right', () => {
    expect(run(FOLDER, 'check', 'rules', 'alerts.yml')).toEqual({
      status: 0,
      said: expect.stringContaining(`SUCCESS: ${alerts.length} rules found`),
    });
    const { status, said } = run(FOLDER, 'check', 'config', 'prometheus.yml');
    expect([status, said]).toEqual([0, expect.stringContaining('1 rule files found')]);
  });

  it('sees each alert fire and end', () => {
    const { status, said } = run(FOLDER, 'test', 'rules', ...FILES);
    expect([status, said]).toEqual([0, expect.stringContaining('SUCCESS')]);
  });

  it.each<readonly [string, (alert: Alert) => Alert]>([
    ['never fires', (alert) => ({ ...alert, expr: 'vector(1) > 2' })],
    ['always fires', (alert) => ({ ...alert, expr: 'vector(1)' })],
    ['says something else', (alert) => ({ ...alert, annotations: { ...alert.annotations, action: 'Odd' } })],
  ])('would see of each alert that it %s', (_, change) => {
    const folder = temporaryFolder({ 'alerts.yml': stringify({ groups: [{ name: 'copydesk', rules: alerts.map(change) }] }) });
    for (const file of FILES) cpSync(join(FOLDER, file), join(folder, file));
    const { status, said } = run(folder, 'test', 'rules', ...FILES);
    expect(status).toBe(1);
    expect(NAMES.filter((name) => !said.includes(`alertname: ${name},`))).toEqual([]);
  });
});
