import type { WrongItem } from '../evaluation.ts';
import type { MapCheck } from './check-map.ts';
import type { HtmlPage } from './html-page.ts';

/** UTF-16 code units of the source that are shown. */
const SHOWN = 200;

/** The replacements of a page that do not come from where their edits say; the evidence is the source there. */
export function listMapFaults({ file, html }: HtmlPage, { faults }: MapCheck): readonly WrongItem[] {
  return faults.map(({ start, end, replacement }) => ({
    file,
    line: html.slice(0, start).split('\n').length,
    label: 'map',
    outcome: 'not from its place',
    text: replacement,
    rule: null,
    evidence: html.slice(start, Math.min(end, start + SHOWN)),
  }));
}
