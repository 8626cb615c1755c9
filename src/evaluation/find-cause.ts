import type { Finding } from '../moderation/model/finding.ts';
import type { Span } from '../moderation/model/span.ts';
import { overlap } from './overlap.ts';

/** The finding that covers most of a span, the surer of two that cover as much; nothing when none touches it. */
export function findCause(findings: readonly Finding[], span: Span): Finding | undefined {
  const [cause] = findings
    .filter((finding) => overlap(finding, span) > 0)
    .sort((a, b) => overlap(b, span) - overlap(a, span) || b.confidence - a.confidence);
  return cause;
}
