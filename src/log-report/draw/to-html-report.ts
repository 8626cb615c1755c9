import { escapeHtml } from '../../moderation/report/escape-html.ts';
import type { LogReport } from '../../schema/log-report-schema.ts';
import { chartTable } from './chart-table.ts';
import { describeReport } from './describe-report.ts';
import { htmlHead } from './html-head.ts';
import type { ReportChart, ReportSection, ReportTable } from './report-section.ts';
import { svgChart } from './svg-chart.ts';

/** CSS pixels: plots are drawn for a screen and for a telephone, and the style shows one of them. */
const WIDE = 960;
const NARROW = 340;
const HEAD = htmlHead('Copydesk log report');

function drawTable({ caption, columns, rows, rest }: ReportTable, hasCaption = true): string {
  const side = (at: number): string => (columns[at]?.isNumber ? ' class="number"' : '');
  const head = columns.map(({ name }, at) => `<th scope="col"${side(at)}>${escapeHtml(name)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell, at) => `<td${side(at)}>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  const more = rest === undefined ? '' : `<p class="rest">${escapeHtml(rest)}</p>`;
  const named = hasCaption ? `<h3>${escapeHtml(caption)}</h3>` : '';
  const region = `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}">`;
  return `${named}${region}<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>${more}\n`;
}

function drawLegend({ series }: ReportChart): string {
  if (series.length < 2) return '';
  return `<p class="legend">${series.map(({ name, tone }) => `<span><i class="${tone}"></i>${escapeHtml(name)}</span>`).join('')}</p>`;
}

function drawChart(chart: ReportChart, id: string): string {
  return [
    `<figure><figcaption>${escapeHtml(chart.title)}</figcaption>${drawLegend(chart)}`,
    `<div class="wide">${svgChart(chart, `${id}-wide`, WIDE)}</div>`,
    `<div class="narrow">${svgChart(chart, `${id}-narrow`, NARROW)}</div>`,
    `<details><summary>The figures of this plot</summary>${drawTable(chartTable(chart), false)}</details></figure>\n`,
  ].join('\n');
}

function drawSection({ title, sentences, charts, tables }: ReportSection, place: number): string {
  return [
    `<section aria-labelledby="part-${place}"><h2 id="part-${place}">${escapeHtml(title)}</h2>`,
    ...sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`),
    ...charts.map((chart, at) => drawChart(chart, `plot-${place}-${at}`)),
    `<div class="tables">${tables.map((table) => `<div>${drawTable(table)}</div>`).join('')}</div>`,
    '</section>\n',
  ].join('\n');
}

/** The report as one page that loads and runs nothing. Whatever stands in the log is text in it. */
export function toHtmlReport(report: LogReport): string {
  const [first, ...sections] = describeReport(report);
  const intro = (first?.sentences ?? []).map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('\n');
  const head = `<header><h1>Copydesk log report</h1>\n${intro}</header>`;
  return `${HEAD}<body>\n${head}\n<main>\n${sections.map(drawSection).join('')}</main>\n</body>\n</html>\n`;
}
