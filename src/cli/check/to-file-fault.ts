import { EXIT } from '../cli-error.ts';
import { systemCode } from '../system-code.ts';
import type { Fault } from './check-item.ts';

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);
const CLOSED = new Set(['EACCES', 'EPERM']);

/** The fault behind an error of the file system. Standard input, `-`, has no file name. */
export function toFileFault(name: string, error: unknown): Fault {
  const file = name === '-' ? {} : { file: name };
  const cause = systemCode(error);
  if (MISSING.has(cause)) return { code: 'not_found', message: 'no such file or folder', ...file, exitCode: EXIT.noInput };
  if (CLOSED.has(cause)) return { code: 'not_readable', message: 'permission denied', ...file, exitCode: EXIT.noInput };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'read_failed', message: `cannot be read: ${reason}`, ...file, exitCode: EXIT.io };
}
