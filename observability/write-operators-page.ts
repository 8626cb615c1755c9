import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { listMetrics } from '../src/service/telemetry/metrics/list-metrics.ts';

const PAGE = new URL('../docs/operators.md', import.meta.url);
const ALERTS = new URL('alerts.yml', import.meta.url);

const ruleSchema = z.object({
  alert: z.string(),
  labels: z.object({ severity: z.string() }),
  annotations: z.object({ summary: z.string(), action: z.string() }),
});
const alertsSchema = z.object({ groups: z.array(z.object({ rules: z.array(ruleSchema) })) });

function drawTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const draw = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [draw(head), `|${'---|'.repeat(head.length)}`, ...rows.map(draw)].join('\n');
}

/** Those of prom-client are left out: which there are hangs on the system. */
function drawMetrics(): string {
  const own = listMetrics().filter(({ name }) => name.startsWith('copydesk_'));
  const rows = own.map(({ name, type, labels, help }) => [
    `\`${name}\``,
    type,
    labels.map((label) => `\`${label}\``).join(', '),
    help,
  ]);
  return drawTable(
    ['metric', 'type', 'labels', 'says'],
    rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
}

/** What Prometheus fills in, as a word: `{{ $labels.role }}` is ROLE, a value is `…`. */
function toWords(text: string): string {
  return text.replace(/\{\{ \$labels\.(\w+) \}\}/gu, (_, label: string) => label.toUpperCase()).replace(/\{\{[^}]*\}\}/gu, '…');
}

function drawAlerts(): string {
  const { groups } = alertsSchema.parse(parse(readFileSync(ALERTS, 'utf8')));
  const rows = groups.flatMap(({ rules }) =>
    rules.map(({ alert, labels, annotations: { summary, action } }) => [
      `\`${alert}\``,
      labels.severity,
      ...[summary, action].map(toWords),
    ]),
  );
  return drawTable(['alert', 'severity', 'says', 'what to do'], rows);
}

function fill(page: string, name: string, table: string): string {
  const [before, open = '', rest = ''] = page.split(new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)`, 'u'));
  return `${before}${open}\n${table}\n\n${rest.slice(rest.indexOf(`<!-- /${name} -->`))}`;
}

/** The page for operators, its tables as code and alerts say them; a test holds the committed file to this. */
export function writeOperatorsPage(): string {
  return fill(fill(readFileSync(PAGE, 'utf8'), 'metrics', drawMetrics()), 'alerts', drawAlerts());
}

// Run after a change to metrics or alerts: node observability/write-operators-page.ts
if (import.meta.main) writeFileSync(PAGE, writeOperatorsPage());
