/** Share of an article's letters, one in `SHARE`, from which on it is one that is written from right to left. */
const SHARE = 3;

const isRightToLeftUnit = (unit: number): boolean =>
  (unit >= 0x591 && unit <= 0x8ff && unit !== 0x61c) || (unit >= 0xfb1d && unit <= 0xfefc);
const isOtherLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit >= 0xc0;

/** Is a text written from right to left? Counts its letters: Hebrew, Arabic and their kin against all others. Linear. */
export function isRightToLeft(text: string): boolean {
  let rightToLeft = 0;
  let other = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x41) continue;
    if (isRightToLeftUnit(unit)) rightToLeft++;
    else if (isOtherLetter(unit)) other++;
  }
  return rightToLeft * SHARE > rightToLeft + other;
}
