import type { Finding } from '../../moderation/model/finding.ts';
import type { Span } from '../../moderation/model/span.ts';
import type { WrongItem } from '../evaluation.ts';
import { findCause } from '../find-cause.ts';
import type { CopydeskPage } from './copydesk-page.ts';
import { foldSpaces } from './fold-spaces.ts';
import type { HtmlPage } from './html-page.ts';
import { locateInPage } from './locate-in-page.ts';
import { locateInReading } from './locate-in-reading.ts';
import type { TextNode } from './text-node.ts';

/** What happened to a passage. Reasons of `without` passages that came through are `kept`. */
type Fate = Pick<WrongItem, 'outcome' | 'rule' | 'evidence'>;

const removes = ({ action }: Finding): boolean => action === 'removed' || action === 'moved';

function pathOf(nodes: readonly TextNode[], span: Span): string {
  return nodes.find(({ path, start, end }) => path !== '' && start <= span.start && span.start < end)?.path ?? '';
}

/** Why a passage of the article is not in the text: never there, not read, or taken out by a finding. */
function explainLoss({ reading, result, nodes }: CopydeskPage, segment: string): Fate {
  const read = locateInReading(reading, segment);
  const place = read ?? locateInPage(nodes, segment);
  if (!place) return { outcome: "not in the page's text", rule: null, evidence: '' };
  const cause = findCause(result.findings.filter(removes), place);
  return { outcome: read ? 'taken out' : 'lost in reading', rule: cause?.rule ?? null, evidence: pathOf(nodes, place) };
}

function explainKept({ reading, nodes }: CopydeskPage, segment: string): Fate {
  const place = locateInReading(reading, segment) ?? locateInPage(nodes, segment);
  return { outcome: 'kept', rule: null, evidence: place ? pathOf(nodes, place) : '' };
}

/** The passages of a page that Copydesk judged wrongly. `line` counts them, those of the article first; the evidence is the path of elements. */
export function listWrongSegments(page: HtmlPage, made: CopydeskPage): readonly WrongItem[] {
  const folded = foldSpaces(made.result.text).text;
  const isFound = (segment: string): boolean => folded.includes(foldSpaces(segment).text);
  const item = (text: string, line: number, label: string, fate: Fate): WrongItem => ({
    file: page.file,
    line,
    label,
    text,
    ...fate,
  });
  const lost = page.with.flatMap((segment, at) =>
    isFound(segment) ? [] : [item(segment, at + 1, 'with', explainLoss(made, segment))],
  );
  const kept = page.without.flatMap((segment, at) =>
    isFound(segment) ? [item(segment, page.with.length + at + 1, 'without', explainKept(made, segment))] : [],
  );
  return [...lost, ...kept];
}
