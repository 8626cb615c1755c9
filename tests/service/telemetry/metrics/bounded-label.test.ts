import { expect, it } from 'vitest';
import { BoundedLabel } from '../../../../src/service/telemetry/metrics/bounded-label.ts';

it('a label tells the first values by name, and later ones together', () => {
  const label = new BoundedLabel(2);
  expect(['a', 'b', 'c', 'a', '__proto__', 'b'].map((value) => label.of(value))).toEqual(['a', 'b', 'other', 'a', 'other', 'b']);
});
