import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { CliError, EXIT } from '../src/cli/cli-error.ts';
import { readTime } from '../src/cli/report/read-time.ts';
import { DASHBOARD_ROWS } from './dashboard-panels.ts';
import { askAlerts } from './drawing/ask-alerts.ts';
import { askPanel, type PanelFigures } from './drawing/ask-panel.ts';
import { chooseRange } from './drawing/choose-range.ts';
import { Prometheus } from './drawing/prometheus.ts';
import { type DrawnRow, toDashboardPage } from './drawing/to-dashboard-page.ts';

const HELP = `The dashboard over some time as one HTML page, for those without Grafana: asks a Prometheus what each panel asks.

Usage: node observability/draw-dashboard.ts [options] > dashboard.html

  --prometheus URL   a Prometheus that scrapes, or has scraped, the desk (http://127.0.0.1:9090)
  --from TIME        ISO 8601, or 30m, 2h, 7d before now (1h)
  --to TIME          the same (now)
  --output FILE      write there instead of standard output
`;
const FLAGS = {
  prometheus: { type: 'string', default: 'http://127.0.0.1:9090' },
  from: { type: 'string', default: '1h' },
  to: { type: 'string' },
  output: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** As `prometheus.yml` sets it. */
const USUAL_SCRAPE_SECONDS = 15;

/**
 * Draws the dashboard over a time, in milliseconds since 1970, from what a Prometheus knows. Rejects when that cannot be reached or refuses a
 * query.
 */
export async function drawDashboard(url: string, from: number, to: number): Promise<string> {
  const prometheus = new Prometheus(url);
  const range = chooseRange(from, to, (await prometheus.scrapeSeconds('copydesk')) ?? USUAL_SCRAPE_SECONDS);
  const rows: DrawnRow[] = [];
  for (const { title, panels } of DASHBOARD_ROWS) {
    const asked: PanelFigures[] = [];
    for (const panel of panels) asked.push(await askPanel(panel, prometheus, range));
    rows.push({ title, panels: asked });
  }
  return toDashboardPage(rows, await askAlerts(prometheus, range), range);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: FLAGS });
  if (values.help) return void process.stdout.write(HELP);
  const now = Date.now();
  const from = readTime('from', values.from, now) ?? now;
  const to = readTime('to', values.to, now) ?? now;
  if (from >= to) throw new CliError('--from must be before --to', EXIT.usage);
  const page = await drawDashboard(values.prometheus, from, to);
  if (values.output === undefined) process.stdout.write(page);
  else writeFileSync(values.output, page);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof CliError ? error.exitCode : 1;
}

if (import.meta.main) await main().catch(fail);
