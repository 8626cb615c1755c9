/** A number with or without groups of three: "1,500", "12.5", "1500". */
const NUMBER = /^(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(\.\d{1,6})?/u;

/** A number of a window and where it ends. */
export interface Amount {
  readonly number: number;
  readonly end: number;
}

/** The number that begins at `at`, unless it is part of a code, a version or a longer number. */
export function readNumber(window: string, at: number): Amount | undefined {
  const before = window[at - 1] ?? ' ';
  if (/[\p{L}\p{N}.,_-]/u.test(before)) return undefined;
  const match = NUMBER.exec(window.slice(at));
  if (!match?.[1]) return undefined;
  const end = at + match[0].length;
  if (/^[.,]?\d/u.test(window.slice(end))) return undefined;
  return { number: Number(match[1].replaceAll(',', '') + (match[2] ?? '')), end };
}
