import type { PageTag } from '../../markup/parse-page.ts';

/** In them a button is the line itself: it opens what stands below. */
const LABELS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'dt']);
/** Elements in which a button among words is one of them: "press Save to keep". */
const LINES = new Set(['p', 'li', 'dd', 'td']);

/** Whether a button is read as text of the element that it stands in, which has words before it or not. */
export function isButtonWord({ tagName }: PageTag, around: string, hasWords: boolean): boolean {
  return tagName === 'button' && (LABELS.has(around) || (hasWords && LINES.has(around)));
}
