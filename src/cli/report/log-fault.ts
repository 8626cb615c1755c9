import { toFileFault } from '../check/to-file-fault.ts';
import { systemCode } from '../system-code.ts';

/** A file that could not be read, or not to its end. */
export interface LogFault {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly exitCode: number;
}

const EXIT_DATA = 65;
/** What node:zlib says of a packed file that ends too early. */
const CUT_OFF = new Set(['Z_BUF_ERROR', 'ERR_BUFFER_TOO_SMALL', 'ZSTD_error_srcSize_wrong']);
const isUnpacking = (code: string): boolean => /^(?:Z_|ZSTD_|ERR__?ERROR_FORMAT|ERR_BROTLI)/u.test(code);

/** The fault behind an error of the file system or of unpacking. */
export function toLogFault(name: string, error: unknown): LogFault {
  const code = systemCode(error);
  if (CUT_OFF.has(code)) return { name, code: 'cut_off', message: 'the packed file ends too early', exitCode: EXIT_DATA };
  if (isUnpacking(code)) return { name, code: 'damaged', message: 'the packed file is damaged', exitCode: EXIT_DATA };
  const { code: reason, message, exitCode } = toFileFault(name, error);
  return { name, code: reason, message, exitCode };
}
