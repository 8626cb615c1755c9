import { lookUpName } from './look-up-name.ts';
import { NAME_CLASS } from './name-class.ts';
import { toNameKey } from './name-key.ts';
import type { NameToken } from './sequence/name-token.ts';
import type { LabelledName } from './sequence/read-labels.ts';

const SHORT: ReadonlySet<string> = new Set(['US', 'U.S.', 'UK', 'U.K.', 'EU', 'UAE']);

const isCountry = (text: string): boolean => SHORT.has(text) || (lookUpName(toNameKey(text)) & NAME_CLASS.country) !== 0;

/** "US-China" is two names, for both are countries and no country has that name, as "Guinea-Bissau" has. */
export function splitCountries(words: readonly NameToken[], name: LabelledName): readonly LabelledName[] {
  const [first, second] = words.slice(name.from, name.to);
  if (!first || !second || name.to - name.from !== 2 || second.gap !== '-') return [name];
  const isPair = isCountry(first.text) && isCountry(second.text) && !isCountry(`${first.text}-${second.text}`);
  if (!isPair || isCountry(`${first.text} ${second.text}`)) return [name];
  return [
    { ...name, type: 'LOC', to: name.from + 1 },
    { ...name, type: 'LOC', from: name.from + 1 },
  ];
}
