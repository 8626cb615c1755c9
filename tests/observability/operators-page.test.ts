import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeOperatorsPage } from '../../observability/write-operators-page.ts';
import { CLIENT_SETTING_NAMES, SETTING_NAMES } from '../../src/service/config.ts';
import { listMetrics } from '../../src/service/telemetry/metrics/list-metrics.ts';
import { readAlerts } from './read-alerts.ts';

const read = (path: string) => readFileSync(new URL(path, new URL('../../', import.meta.url)), 'utf8');
const page = read('docs/operators.md');

describe('the page for operators', () => {
  it('has the metrics and alerts that there are', () => {
    expect(page).toBe(writeOperatorsPage());
    const names = listMetrics().map(({ name }) => name);
    for (const name of names.filter((one) => one.startsWith('copydesk_'))) expect(page).toContain(`| \`${name}\` |`);
    for (const { alert } of readAlerts()) expect(page).toContain(`| \`${alert}\` |`);
    expect(page).not.toContain('{{');
  });

  it('names settings and files that there are', () => {
    const settings = [...new Set(page.match(/\bCOPYDESK_[A-Z_]*[A-Z]\b/gu))];
    const known = new Set<string>([...SETTING_NAMES, ...CLIENT_SETTING_NAMES]);
    expect(settings.length).toBeGreaterThan(3);
    expect(settings.filter((name) => !known.has(name))).toEqual([]);
    const links = [...page.matchAll(/\]\(([^)#]+)\)/gu)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(new URL(path, new URL('../../docs/', import.meta.url))))).toEqual([]);
    for (const file of page.match(/[\w./-]+\.(?:ya?ml|json)\b/gu) ?? []) {
      const folder = file === 'docker-compose.yml' ? '../../' : '../../observability/';
      expect([file, existsSync(new URL(file, new URL(folder, import.meta.url)))]).toEqual([file, true]);
    }
  });

  it('is where the README points', () => {
    expect(read('README.md')).toContain('(docs/operators.md)');
  });
});
