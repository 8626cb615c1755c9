/** Longest host name (RFC 1035), in characters. */
const MAX_HOST = 253;
const HOST = /^(?:https?:\/\/)?(?:[\p{L}\d-]{1,63}\.){1,5}\p{L}{2,24}\/?$/u;

/** True when a line is nothing but the name of a site, such as "harbour-gazette.example". */
export function isDomainName(line: string): boolean {
  return line.length <= MAX_HOST && HOST.test(line);
}
