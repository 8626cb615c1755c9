/** The longest a request may wait for its result. */
export const MOST_WAIT_SECONDS = 30;

/** The seconds that `Prefer: wait=N` (RFC 7240) asks for, at most 30; 0 when it asks for none. */
export function readPreferredWait(header: string | readonly string[] | undefined): number {
  const preferences = [header ?? []].flat().join(',').split(/[,;]/u);
  const [, value] =
    preferences.map((one) => /^\s*wait\s*=\s*"?(\d{1,9})"?\s*$/iu.exec(one)).find((found) => found !== null) ?? [];
  return value === undefined ? 0 : Math.min(Number(value), MOST_WAIT_SECONDS);
}
