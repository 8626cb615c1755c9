import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DASHBOARD_ROWS } from '../../observability/dashboard-panels.ts';
import { writeDashboard } from '../../observability/write-dashboard.ts';
import { listMetrics } from '../../src/service/telemetry/metrics/list-metrics.ts';
import { findUnknownNames } from './find-unknown-names.ts';

const panels = DASHBOARD_ROWS.flatMap((row) => row.panels);

describe('the dashboard', () => {
  it('is the file that Grafana reads, byte for byte', () => {
    const file = new URL('../../observability/grafana/copydesk.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(writeDashboard());
  });

  it('shows metrics that there are', () => {
    const known = listMetrics();
    const exprs = panels.flatMap(({ queries }) => queries.map(({ expr }) => expr));
    expect(exprs.length).toBeGreaterThan(40);
    expect(exprs.flatMap((expr) => findUnknownNames(expr, known))).toEqual([]);
  });

  it('has room for each panel, and one for each title', () => {
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    const placed = (JSON.parse(writeDashboard()) as { panels: { gridPos: Record<'x' | 'y' | 'w' | 'h', number> }[] }).panels;
    for (const [at, { gridPos: one }] of placed.entries()) {
      expect(one.x + one.w).toBeLessThanOrEqual(24);
      for (const { gridPos: other } of placed.slice(at + 1)) {
        const apart =
          one.x + one.w <= other.x || other.x + other.w <= one.x || one.y + one.h <= other.y || other.y + other.h <= one.y;
        expect(apart).toBe(true);
      }
    }
  });
});
