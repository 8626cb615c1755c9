import { expect, it } from 'vitest';
import { nameNetwork } from '../../../../src/service/api/desk/name-network.ts';

it.each([
  ['192.0.2.1', '192.0.2.1', true],
  ['192.0.2.1', '192.0.2.2', false],
  ['192.0.2.1', '::ffff:192.0.2.1', true],
  ['2001:db8:0:1::1', '2001:db8:0:1:ffff:ffff:ffff:ffff', true],
  ['2001:db8:0:1::1', '2001:db8:0:2::1', false],
  ['unknown', 'unknown', true],
  ['unknown', '192.0.2.1', false],
])('%s and %s are of one network: %s', (one, other, isSame) => {
  expect(nameNetwork(one) === nameNetwork(other)).toBe(isSame);
});
