import type { CompromiseView } from './compromise-types.ts';

/** True when names were looked for in the document of a view. */
export function isNamed(view: CompromiseView): boolean {
  const first = view.document.find((terms) => terms.length > 0)?.[0];
  return first === undefined || first.copydesk !== undefined;
}
