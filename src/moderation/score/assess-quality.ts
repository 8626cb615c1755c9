import type { Finding } from '../model/finding.ts';
import { LIMIT_COMPONENT, type Quality, type QualityComponent } from '../model/moderated-article.ts';

const FULL_HUNDREDTHS = 10_000;

function toHundredths(points: number): number {
  return Math.round(points * 100);
}

function toComponent(name: string, findings: readonly Finding[]): QualityComponent {
  const hundredths = findings.reduce((sum, finding) => sum + toHundredths(finding.points), 0);
  return { name, points: hundredths / 100, findings: findings.map((finding) => finding.id) };
}

/**
 * `score = 100 - sum(points)`, added in integers of a hundredth; components in order of name: the kinds of finding that
 * cost, and `limit.<signal>` for each signal beyond its published limit. Those take no points: a score is a sum of
 * findings, which have a place in the text and a rule that proves itself.
 */
export function assessQuality(
  findings: readonly Finding[],
  signals: Readonly<Record<string, number>>,
  brokenLimits: readonly string[],
): Quality {
  const byKind = Map.groupBy(
    findings.filter((finding) => finding.points > 0),
    (finding) => finding.kind,
  );
  const limits = brokenLimits.map((name) => toComponent(`${LIMIT_COMPONENT}${name}`, []));
  const components = [...[...byKind].map(([kind, members]) => toComponent(kind, members)), ...limits].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const spent = components.reduce((sum, component) => sum + toHundredths(component.points), 0);
  return { score: Math.max(0, FULL_HUNDREDTHS - spent) / 100, components, signals };
}
