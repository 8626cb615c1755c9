import { writeFileSync } from 'node:fs';
import { DASHBOARD_ROWS, type Panel } from './dashboard-panels.ts';

/** A variable of the dashboard: whoever imports it chooses his Prometheus. */
const VARIABLE = 'datasource';
const DATASOURCE = { type: 'prometheus', uid: `\${${VARIABLE}}` };
const COLUMNS = 24;
const STAT = { width: 4, height: 4 };
const PLOT = { width: 8, height: 8 };

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Words for values, as Grafana writes them. */
function toMappings(words: Panel['words'] = {}): readonly object[] {
  const options = Object.fromEntries(Object.entries(words).map(([value, text]) => [value, { text }]));
  return Object.keys(options).length > 0 ? [{ type: 'value', options }] : [];
}

function toPanel({ title, says, kind, unit, queries, words }: Panel, id: number, { x, y }: Place): object {
  const { width: w, height: h } = kind === 'stat' ? STAT : PLOT;
  return {
    ...{ id, title, description: says, type: kind, datasource: DATASOURCE, gridPos: { x, y, w, h } },
    fieldConfig: { defaults: { unit, min: 0, mappings: toMappings(words) }, overrides: [] },
    targets: queries.map(({ expr, legend }, index) => ({
      ...{ refId: String.fromCharCode(65 + index), datasource: DATASOURCE, expr, legendFormat: legend },
      instant: kind === 'stat',
    })),
  };
}

/** Panels from left to right, rows from top to bottom. */
function placePanels(): readonly object[] {
  const placed: object[] = [];
  let y = 0;
  for (const { title, panels } of DASHBOARD_ROWS) {
    placed.push({
      id: placed.length + 1,
      type: 'row',
      title,
      collapsed: false,
      gridPos: { x: 0, y, w: COLUMNS, h: 1 },
      panels: [],
    });
    y++;
    let x = 0;
    let height = 0;
    for (const panel of panels) {
      const size = panel.kind === 'stat' ? STAT : PLOT;
      if (x + size.width > COLUMNS) [x, y] = [0, y + height];
      placed.push(toPanel(panel, placed.length + 1, { x, y }));
      [x, height] = [x + size.width, size.height];
    }
    y += height;
  }
  return placed;
}

/** The dashboard as Grafana imports it; a test holds the committed file to this. */
export function writeDashboard(): string {
  const datasource = { name: VARIABLE, label: 'Prometheus', type: 'datasource', query: 'prometheus' };
  const dashboard = {
    ...{ uid: 'copydesk', title: 'Copydesk', tags: ['copydesk'], schemaVersion: 39, version: 1, editable: true },
    ...{ refresh: '30s', time: { from: 'now-6h', to: 'now' }, timezone: 'browser' },
    templating: { list: [datasource] },
    panels: placePanels(),
  };
  return `${JSON.stringify(dashboard, undefined, 2)}\n`;
}

// Run after a change to the panels: node observability/write-dashboard.ts
if (import.meta.main) writeFileSync(new URL('grafana/copydesk.json', import.meta.url), writeDashboard());
