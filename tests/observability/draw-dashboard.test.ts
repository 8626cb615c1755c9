import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { DASHBOARD_ROWS, type Panel } from '../../observability/dashboard-panels.ts';
import { askAlerts } from '../../observability/drawing/ask-alerts.ts';
import { askPanel, type PanelSeries } from '../../observability/drawing/ask-panel.ts';
import { chooseRange } from '../../observability/drawing/choose-range.ts';
import { drawPanel } from '../../observability/drawing/draw-panel.ts';
import { formatValue } from '../../observability/drawing/format-value.ts';
import { labelTimes } from '../../observability/drawing/label-times.ts';
import { Prometheus, type Series } from '../../observability/drawing/prometheus.ts';
import { toDashboardPage } from '../../observability/drawing/to-dashboard-page.ts';

const NOON = Date.UTC(2026, 2, 1, 12);
const MINUTE = 60_000;
const range = chooseRange(NOON, NOON + 2 * MINUTE, 1);

const lines: Panel = {
  title: 'Boats',
  says: 'By harbour.',
  kind: 'timeseries',
  unit: 'cps',
  queries: [{ expr: 'boats', legend: '{{at}}' }],
};
const stat: Panel = {
  title: 'Boats',
  says: 'In all.',
  kind: 'stat',
  unit: 'short',
  queries: [{ expr: 'boats', legend: 'Boats' }],
};
const draw = (panel: Panel, series: readonly PanelSeries[]) => drawPanel({ panel, series }, range, 'a');
const flat = (name: string, value: number | null): PanelSeries => ({ name, values: Array.from({ length: 121 }, () => value) });

describe('a Prometheus that is not there', () => {
  it('is named, with what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.close();
    await once(server, 'close');
    const nobody = new Prometheus(`http://${address}`);
    await expect(nobody.scrapeSeconds('copydesk')).rejects.toThrow(
      `no Prometheus can be reached at http://${address} (ECONNREFUSED): say by --prometheus where it is`,
    );
  });
});

describe('the time that is drawn', () => {
  it.each([
    [2 * MINUTE, 1, { step: 1, rateOver: 20 }],
    [6 * MINUTE, 1, { step: 5, rateOver: 20 }],
    [60 * MINUTE, 15, { step: 30, rateOver: 60 }],
    [24 * 60 * MINUTE, 15, { step: 600, rateOver: 615 }],
    [400 * 24 * 60 * MINUTE, 15, { step: 259_200, rateOver: 259_215 }],
  ])('of %i ms, scraped each %i s, has points and rates %o', (length, scrape, expected) => {
    const chosen = chooseRange(NOON - length, NOON, scrape);
    expect(chosen).toMatchObject(expected);
    expect((chosen.to - chosen.from) / chosen.step).toBeLessThanOrEqual(160);
    expect(chosen.from % chosen.step).toBe(0);
  });

  it('has labels at round times', () => {
    const { labels, marks } = labelTimes(range, 5);
    expect(marks.map((at) => labels[at])).toEqual(['12:00:00', '12:00:30', '12:01:00', '12:01:30', '12:02:00']);
    const day = labelTimes(chooseRange(NOON - 24 * 60 * MINUTE, NOON, 15), 5);
    expect(day.marks.map((at) => day.labels[at])).toEqual(['12:00', '18:00', '00:00', '06:00', '12:00']);
  });
});

describe('a value', () => {
  it.each([
    [0, 's', '0'],
    [0.000_062, 's', '62 µs'],
    [0.0452, 's', '45.2 ms'],
    [1.5, 's', '1.5 s'],
    [90, 's', '1.5 min'],
    [7200, 's', '2 h'],
    [0.105, 'percentunit', '10.5 %'],
    [1, 'percentunit', '100 %'],
    [4_200_000, 'decbytes', '4.2 MB'],
    [12_345_678_901, 'decbytes', '12.3 GB'],
    [0.05, 'cps', '0.05/s'],
    [12_345, 'short', '12,345'],
    [2, 'short', '2'],
  ] as const)('%d %s is %s', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });
});

describe('what a panel asks', () => {
  const answer = (...series: readonly Series[]) => ({ ask: () => Promise.resolve(series) });

  it('is placed on the points of the range, what is no number nowhere', async () => {
    const points = [
      [range.from, 1],
      [range.from + 2, Number.NaN],
      [range.from + 3, 4],
      [range.to, Number.POSITIVE_INFINITY],
    ] as const;
    const { series } = await askPanel(lines, answer({ labels: { at: 'north' }, points }), range);
    expect(series[0]?.name).toBe('north');
    expect(series[0]?.values.slice(0, 5)).toEqual([1, null, null, 4, null]);
    expect(series[0]?.values).toHaveLength(121);
    expect(series[0]?.values.at(-1)).toBeNull();
  });

  it('is asked with the time that rates are taken over', async () => {
    const asked: string[] = [];
    const ask = (expr: string) => {
      asked.push(expr);
      return Promise.resolve([]);
    };
    await askPanel({ ...lines, queries: [{ expr: 'rate(boats[$__rate_interval])', legend: 'a' }] }, { ask }, range);
    expect(asked).toEqual(['rate(boats[20s])']);
  });

  it('tells alerts that fired, and those that still do', async () => {
    const labels = { __name__: 'ALERTS', alertname: 'BoatsLate', severity: 'warning', job: 'copydesk', role: 'pilot' };
    const fired = await askAlerts(
      answer(
        { labels, points: [[range.to, 1]] },
        {
          labels: { ...labels, role: 'crew' },
          points: [
            [range.from, 1],
            [range.from + 5, 1],
          ],
        },
      ),
      range,
    );
    expect(fired.map(({ about, isOn }) => [about, isOn])).toEqual([
      ['role crew', false],
      ['role pilot', true],
    ]);
  });
});

describe('a panel', () => {
  it('has a line with a look of its own for each series, and a key with their figures', () => {
    const html = draw(lines, [flat('north', 2), flat('south', 4)]);
    expect(html.match(/class="line look-\d" d="M[\d.]+ [\d.]+L/gu)).toHaveLength(2);
    expect(html).toContain('north</td><td class="number">2/s</td><td class="number">2/s</td>');
    expect(html).toContain('look-2');
  });

  it('says what there is no line of', () => {
    const many = Array.from({ length: 10 }, (_, at) => flat(`s${at}`, at + 1));
    const html = draw(lines, [...many, flat('calm', 0), flat('fog', null)]);
    expect(html.match(/<tr><td>/gu)).toHaveLength(8);
    expect(html).toContain('Less than these: s0, s1.');
    expect(html).toContain('0 all the time: calm.');
    expect(html).toContain('No value in this time: fog.');
  });

  it.each([
    ['without series', [], 'No series: no such event so far.'],
    ['with zeros only', [flat('north', 0)], 'Nothing in this time.'],
    ['with nothing that is a number', [flat('north', null)], 'No such event in this time, so there is no figure.'],
  ] as const)('says why it is empty, %s', (_, series, said) => {
    expect(draw(lines, series)).toContain(`<p class="none">${said}</p>`);
  });

  it('says in its own words what it means that there is nothing', () => {
    expect(draw({ ...lines, whenNone: 'There are no boats.' }, [])).toContain('<p class="none">There are no boats.</p>');
  });

  it('of one figure has the last, and what it was before', () => {
    expect(draw(stat, [flat('Boats', 3)])).toMatch(/<p class="value">3<\/p>.*all the time/su);
    const rising = { name: 'Boats', values: [null, null, 1, 2, 7] };
    expect(draw(stat, [rising])).toMatch(/<p class="value">7<\/p>.*between 1 and 7</su);
    expect(draw(stat, [{ name: 'Boats', values: [1, null, 7, null] }])).toMatch(
      />not known<.*between 1 and 7, not always known/su,
    );
    expect(draw({ ...stat, words: { 1: 'in harbour' } }, [flat('Boats', 1)])).toContain('<p class="value">in harbour</p>');
  });
});

describe('the page of the dashboard', () => {
  const page = (text: string) => {
    const series = [flat(text, 1), flat(`${text}2`, 0)];
    const rows = DASHBOARD_ROWS.map((row) => ({ title: row.title, panels: row.panels.map((panel) => ({ panel, series })) }));
    const alert = { name: text, severity: text, about: text, from: range.from, to: range.to, isOn: true };
    return toDashboardPage(rows, [alert], range);
  };

  it('lets no label be markup', () => {
    const tags = (html: string) => html.split('<').length;
    for (const attack of ['<script>alert(1)</script>', '"><img src=x onerror=1>', '</style><b>']) {
      expect(tags(page(attack))).toBe(tags(page('a')));
      expect(page(attack)).not.toMatch(/<script|<img|<b>/u);
    }
  });

  it('allows nothing but its own style, and names nothing twice', () => {
    const html = page('a');
    const style = /<style>([\s\S]*)<\/style>/u.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`);
    expect(html).not.toMatch(/ style=| on[a-z]+=|https?:|url\(/u);
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(60);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
