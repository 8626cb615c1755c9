import { htmlHead } from '../../src/log-report/draw/html-head.ts';
import { escapeHtml } from '../../src/moderation/report/escape-html.ts';
import type { FiredAlert } from './ask-alerts.ts';
import type { PanelFigures } from './ask-panel.ts';
import type { TimeRange } from './choose-range.ts';
import { DASHBOARD_STYLE } from './dashboard-style.ts';
import { drawPanel } from './draw-panel.ts';
import { formatValue } from './format-value.ts';

/** A row of the dashboard with its figures. */
export interface DrawnRow {
  readonly title: string;
  readonly panels: readonly PanelFigures[];
}

const HEAD = htmlHead('Copydesk dashboard', DASHBOARD_STYLE);

const toMoment = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
const toTime = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

function drawAlerts(alerts: readonly FiredAlert[]): string {
  if (alerts.length === 0) return '<p>No alert fired in this time.</p>';
  const rows = alerts.map(({ name, severity, about, from, to, isOn }) => {
    const cells = [name, about, toTime(from), isOn ? 'still on' : toTime(to), severity];
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  const head = ['alert', 'about', 'from', 'to', 'severity'].map((name) => `<th scope="col">${name}</th>`).join('');
  const region = '<div class="scroll alerts" role="region" tabindex="0" aria-label="Alerts that fired">';
  return `<h2>Alerts that fired</h2>${region}<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

/** The dashboard as one page that loads and runs nothing. Whatever stands in a label is text in it. */
export function toDashboardPage(rows: readonly DrawnRow[], alerts: readonly FiredAlert[], range: TimeRange): string {
  const { from, to, step, rateOver } = range;
  const times = `${toMoment(from)} to ${toMoment(to)} UTC, a point each ${formatValue(step, 's')}, rates over ${formatValue(rateOver, 's')}.`;
  const sections = rows.map(({ title, panels }, row) => {
    const drawn = panels.map((panel, at) => drawPanel(panel, range, `panel-${row}-${at}`));
    return `<section aria-labelledby="row-${row}"><h2 id="row-${row}">${escapeHtml(title)}</h2>\n<div class="panels">${drawn.join('\n')}</div></section>\n`;
  });
  const header = `<header><h1>Copydesk dashboard</h1>\n<p>${times}</p></header>`;
  return `${HEAD}<body>\n${header}\n<main>\n${drawAlerts(alerts)}\n${sections.join('')}</main>\n</body>\n</html>\n`;
}
