import { createHash } from 'node:crypto';

/** Publishers may put an address here, with whatever stands in its query. */
const PLAIN = /^[\w.:-]{1,64}$/u;

/** How lines name a source: as it is when it is a plain name, otherwise by the first 16 digits of its SHA-256. */
export function nameSource(source: string): string {
  return PLAIN.test(source) ? source : `sha256:${createHash('sha256').update(source).digest('hex').slice(0, 16)}`;
}
