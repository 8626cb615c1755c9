const SAFE = /[^a-z0-9_]+/gu;

/** What libraries and systems write as codes; anything else may be a sentence. */
const CODE = /^\w{1,64}$/u;

/** A short stable word for an error: its own code, or its name. Never its message, which may quote an article. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? error.code : error.name;
  return code.toLowerCase().replace(SAFE, '_').slice(0, 64) || 'unknown';
}
