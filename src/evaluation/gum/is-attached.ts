const ATTACHED_BEFORE = /^(?:[.,;:?!%)\]}’”]|'s|’s|n't|n’t|-|–|\/)$/u;
const ATTACHED_AFTER = /^(?:[([{“‘$£€#]|-|–|\/)$/u;

/** Whether no blank stands between two tokens in running text: punctuation and hyphens touch their neighbours. */
export function isAttached(before: string, token: string): boolean {
  return ATTACHED_BEFORE.test(token) || ATTACHED_AFTER.test(before);
}
