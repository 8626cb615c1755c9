import { boundNames, type Naming } from './bound-names.ts';

/** Of each metric, so that nobody's codes push out those of others. */
export const MOST_CODES = 50;

/** Receivers choose among hundreds of statuses. */
const toStatusClass = (code: string): string => code.replace(/^status_(\d)\d\d$/u, 'status_$1xx');

/** Names codes of errors, of one metric. */
export function nameCodes(): Naming {
  const name = boundNames(MOST_CODES);
  return (code) => name(toStatusClass(code));
}
