import { ProblemError } from './problem-error.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new ProblemError('bad_encoding');
  }
}

/** The JSON value of a body. A byte order mark is passed over. Throws `ProblemError` for what is neither UTF-8 nor JSON. */
export function readJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('bad_json');
  }
}
