import { expect, it } from 'vitest';
import { chooseWindow } from '../../../../src/service/rules/precision/choose-window.ts';

it.each([
  [30, undefined, 7],
  [3, undefined, 3],
  [30, 30, 30],
  [30, 31, undefined],
  [60, 1, 1],
  [61, 1, undefined],
  [3650, undefined, undefined],
  [3650, 61, 61],
])('of %d days with %s wanted, a window has %s', (days, wanted, expected) => {
  expect(chooseWindow(days, wanted)).toBe(expected);
});
