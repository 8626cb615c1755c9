import { BoundedLabel } from '../bounded-label.ts';

/** Names a value of a label that comes from data. */
export type Naming = (value: string) => string;

/** The first `most` values by themselves, all that come later by one name. */
export function boundNames(most: number): Naming {
  const label = new BoundedLabel(most);
  return (value) => label.of(value);
}
