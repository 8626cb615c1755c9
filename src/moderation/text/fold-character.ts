// A memo of a pure function: 0 means not yet computed.
const folds = new Uint16Array(0x10000);

function computeFold(unit: number): number {
  const folded = String.fromCharCode(unit).normalize('NFKC').toLowerCase();
  return folded.charCodeAt(0) || unit;
}

/** Folds one UTF-16 code unit for comparison: lower case, compatibility forms as plain ones. */
export function foldCharacter(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 32;
  if (unit < 0x80) return unit;
  const known = folds[unit] ?? 0;
  if (known !== 0) return known;
  const computed = computeFold(unit);
  folds[unit] = computed;
  return computed;
}
