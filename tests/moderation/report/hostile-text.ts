/** What a terminal would obey or hide, one of each family. */
export const HOSTILE = {
  escape: '\u001b[31mred\u001b[0m',
  title: '\u001b]0;owned\u0007',
  c1: '\u009b31m',
  bell: '\u0007',
  backspace: 'a\b\bb',
  override: '\u202egnp.exe',
  isolate: '\u2066x\u2069',
  zeroWidth: 'a\u200bb',
  lineSeparator: 'a\u2028b',
  tag: 'a\u{e0041}b',
  nul: 'a\u0000b',
  loneSurrogate: 'a\ud800b',
} as const;

/** Everything but line ends that no terminal may be sent from an article. */
export const UNSAFE = /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
