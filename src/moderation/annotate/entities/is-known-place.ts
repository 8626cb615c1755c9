import { lookUpName } from './look-up-name.ts';
import { NAME_CLASS } from './name-class.ts';
import { toNameKey } from './name-key.ts';

const { country, region, city, town } = NAME_CLASS;

/** Whether the gazetteer knows a name as that of a country, region, city or town. */
export function isKnownPlace(name: string): boolean {
  return (lookUpName(toNameKey(name)) & (country | region | city | town)) !== 0;
}
