function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether an answer is what a page shows of it: fields and entries that the page leaves out may be anything, and `…` stands for any text.
 */
export function fits(shown: unknown, actual: unknown): boolean {
  if (typeof shown === 'string' && typeof actual === 'string' && shown.includes('…')) {
    return actual.startsWith(shown.slice(0, shown.indexOf('…')));
  }
  if (Array.isArray(shown)) {
    if (shown.length === 0) return Array.isArray(actual) && actual.length === 0;
    return Array.isArray(actual) && shown.every((entry, at) => fits(entry, actual[at]));
  }
  if (isRecord(shown))
    return isRecord(actual) && Object.keys(shown).every((name) => name in actual && fits(shown[name], actual[name]));
  return Object.is(shown, actual);
}
