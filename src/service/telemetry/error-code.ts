const SAFE = /[^a-z0-9_]+/gu;

/** A short stable word for an error: its own code, or its name. Never its message, which may quote an article. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' && error.code !== '' ? error.code : error.name;
  return code.toLowerCase().replace(SAFE, '_').slice(0, 64) || 'unknown';
}
