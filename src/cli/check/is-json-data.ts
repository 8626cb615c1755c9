/** True when a whole text is a JSON object or a JSON list that begins with one. Only what begins like that is parsed. */
export function isJsonData(text: string): boolean {
  if (!/^\s*(?:\[\s*)?\{/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
