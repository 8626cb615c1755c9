import { readFileSync } from 'node:fs';
import { RulesetError } from './ruleset-error.ts';

/** Bytes of the largest file that is read: about thirty times the topics that come with Copydesk. */
const MAX_BYTES = 5_000_000;
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EACCES: 'it may not be read',
};

/** Why the system did not open a file or folder, in words where the fault is a common one. */
export function sayWhyUnread(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/** The text of a UTF-8 file of at most 5 MB. `what` names it in the `RulesetError` that is thrown when it cannot be read. */
export function readTextFile(path: string, what: string): string {
  const refuse = (why: string): never => {
    throw new RulesetError(path === '' ? '""' : path, 0, `${what} cannot be read: ${why}`);
  };
  if (path === '') return refuse('no file is named');
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return refuse(sayWhyUnread(error));
  }
  if (bytes.length > MAX_BYTES) return refuse(`it is larger than ${MAX_BYTES} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('it is not UTF-8');
  }
}
