/** Bytes looked at. */
const SAMPLE = 65_536;
const MIN_UNITS = 4;
/** Spaces and line ends alone make more NULs than this where letters are not Latin; a text has about none elsewhere. */
const MANY = 0.05;
const FEW = 0.005;

/**
 * UTF-16 without a byte order mark, told by NUL bytes: one of two bytes of spaces, line ends and Latin letters is NUL,
 * always on the same side.
 */
export function findUnmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const units = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  if (units < MIN_UNITS || bytes.length % 2 === 1) return undefined;
  let high = 0;
  let low = 0;
  for (let at = 0; at < 2 * units; at += 2) {
    if (bytes[at] === 0) high++;
    if (bytes[at + 1] === 0) low++;
  }
  if (low >= MANY * units && high <= FEW * units) return 'utf-16le';
  return high >= MANY * units && low <= FEW * units ? 'utf-16be' : undefined;
}
