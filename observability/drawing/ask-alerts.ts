import type { TimeRange } from './choose-range.ts';
import type { Prometheus } from './prometheus.ts';

/** An alert that fired; times in seconds since 1970. */
export interface FiredAlert {
  readonly name: string;
  readonly severity: string;
  /** What it is about: its other labels. */
  readonly about: string;
  readonly from: number;
  readonly to: number;
  /** It fires at the end of the range. */
  readonly isOn: boolean;
}

const OWN = new Set(['__name__', 'alertname', 'alertstate', 'severity', 'job']);

/** Alerts that fired within a range, by what the Prometheus recorded of them; none when it knows no alert rules. */
export async function askAlerts(prometheus: Pick<Prometheus, 'ask'>, range: TimeRange): Promise<readonly FiredAlert[]> {
  const series = await prometheus.ask('ALERTS{alertstate="firing"}', range);
  const fired = series.flatMap(({ labels, points }) => {
    const [first, last] = [points[0]?.[0], points.at(-1)?.[0]];
    if (first === undefined || last === undefined) return [];
    const about = Object.entries(labels).filter(([name]) => !OWN.has(name));
    const told = about.map(([name, value]) => `${name} ${value}`).join(', ');
    return [
      {
        name: labels.alertname ?? '',
        severity: labels.severity ?? '',
        about: told,
        from: first,
        to: last,
        isOn: last >= range.to,
      },
    ];
  });
  return fired.sort((a, b) => a.from - b.from);
}
