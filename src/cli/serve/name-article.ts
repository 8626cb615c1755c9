import { createHash } from 'node:crypto';
import { basename } from 'node:path';

/** UTF-16 code units an id may have; a path may be longer. */
const MAX_ID = 200;
const TAIL = 150;

/** A path that is too long as an id keeps its end, with a hash of the whole before it, so that it stays this file's alone. */
function shorten(id: string): string {
  if (id.length <= MAX_ID) return id;
  return `${createHash('sha256').update(id).digest('hex').slice(0, 16)}…${id.slice(-TAIL).toWellFormed()}`;
}

/** The id of an article read from a file; with a label, the same wherever the file lies. */
export function nameArticle(id: string, label: string | undefined): string {
  return shorten(label === undefined ? id : `${label}/${basename(id)}`);
}
