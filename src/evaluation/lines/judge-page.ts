import { moderate } from '../../index.ts';
import type { Finding } from '../../moderation/model/finding.ts';
import type { Ruleset } from '../../moderation/model/ruleset.ts';
import type { Span } from '../../moderation/model/span.ts';
import type { Page } from '../data/read-pages.ts';
import { findCause } from '../find-cause.ts';
import { isLost } from '../is-lost.ts';
import { joinLines } from '../join-lines.ts';
import { measureLoss } from '../measure-loss.ts';
import { overlap } from '../overlap.ts';
import type { JudgedLine } from './judged-line.ts';

const REPEATS: ReadonlySet<string> = new Set(['duplicate', 'near_duplicate', 'title_repeat', 'slug_line']);

const foldLine = (text: string): string => text.toLowerCase().trim().split(/\s+/u).join(' ');

function findRepeat(findings: readonly Finding[], span: Span): Finding | undefined {
  const found = findCause(
    findings.filter(({ kind }) => REPEATS.has(kind)),
    span,
  );
  return found && 2 * overlap(found, span) >= span.end - span.start ? found : undefined;
}

function markKeptElsewhere(lines: readonly JudgedLine[]): readonly JudgedLine[] {
  const kept = new Set(lines.filter(({ isRemoved }) => !isRemoved).map(({ record }) => foldLine(record.text)));
  return lines.map((line) => ({ ...line, isKeptElsewhere: line.isRemoved && kept.has(foldLine(line.record.text)) }));
}

/** Facts a publisher sends along with the text. */
export interface KnownFacts {
  readonly title?: string;
  readonly url?: string;
}

/** Moderates the lines of a page as one article that knows nothing of the labels. */
export function judgePage(page: Page, ruleset: Ruleset, known: KnownFacts = {}): readonly JudgedLine[] {
  const { text, spans } = joinLines(page.lines.map((line) => line.text));
  const { findings, edits } = moderate({ id: page.file, text, ...known }, { ruleset });
  const lossOf = measureLoss(text, edits);
  const removing = findings.filter(({ action }) => action === 'removed' || action === 'moved');
  const lines = page.lines.map((record, at): JudgedLine => {
    const span = spans[at] ?? { start: 0, end: 0 };
    const loss = lossOf(span);
    const cause = loss.lost > 0 ? findCause(removing, span) : undefined;
    const place = { file: page.file, line: at + 1, record, isKeptElsewhere: false };
    return { ...place, isRemoved: isLost(loss), charactersLost: loss.lost, cause, repeat: findRepeat(findings, span) };
  });
  return markKeptElsewhere(lines);
}
