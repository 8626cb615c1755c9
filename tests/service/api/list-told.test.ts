import { describe, expect, it } from 'vitest';
import { listTold } from '../../../src/service/api/list-told.ts';

const event = (number: number, name: string, data: object = {}) => ({ number, name, data });
const decided = (number: number, id: string) => event(number, 'review.decided', { by: 'per_ann', delivery: { id } });
const undone = (number: number, told: boolean) => event(number, 'decision.undone', { by: 'per_ann', told });
const delivery = (id: string, state: string, attempts = 0, type = 'review.rejected') => ({ id, type, state, attempts });
const FLAGGED = event(1, 'article.flagged', { delivery: { id: 'msg_0' } });
const TOLD = delivery('msg_0', 'delivered', 1, 'article.flagged');

interface Case {
  readonly what: string;
  readonly history: readonly ReturnType<typeof event>[];
  readonly deliveries: readonly ReturnType<typeof delivery>[];
  readonly shown: readonly number[];
  readonly held?: number;
}

const CASES: readonly Case[] = [
  { what: 'nothing is untold', history: [FLAGGED, decided(2, 'a')], deliveries: [delivery('a', 'delivered', 1)], shown: [1, 2] },
  {
    what: 'one is held: what came after is left out too',
    history: [FLAGGED, decided(2, 'a'), event(3, 'review.noted')],
    deliveries: [delivery('a', 'held')],
    shown: [1],
    held: 2,
  },
  {
    what: 'one was taken back within its hold, and another one is told',
    history: [FLAGGED, decided(2, 'a'), undone(3, false), decided(4, 'b')],
    deliveries: [delivery('a', 'cancelled'), delivery('b', 'pending')],
    shown: [1, 4],
  },
  {
    what: 'one was taken back within its hold, and another one is held',
    history: [FLAGGED, decided(2, 'a'), undone(3, false), decided(4, 'b')],
    deliveries: [delivery('a', 'cancelled'), delivery('b', 'held')],
    shown: [1],
    held: 4,
  },
  {
    what: 'one was taken back after it was told',
    history: [FLAGGED, decided(2, 'a'), undone(3, true)],
    deliveries: [delivery('a', 'available'), delivery('b', 'available', 0, 'review.withdrawn')],
    shown: [1, 2, 3],
  },
  {
    what: 'a delivery that was tried is cancelled, and one of the machine',
    history: [FLAGGED, decided(2, 'a'), undone(3, true)],
    deliveries: [delivery('msg_0', 'cancelled', 0, 'article.flagged'), delivery('a', 'cancelled', 1)],
    shown: [1, 2, 3],
  },
  {
    what: 'an event that names a delivery by its id alone is none of a decision',
    history: [FLAGGED, event(2, 'delivery.shelved', { delivery: 'a' })],
    deliveries: [delivery('a', 'cancelled')],
    shown: [1, 2],
  },
];

describe('listTold', () => {
  it.each(CASES)('$what', ({ history, deliveries, shown, held }) => {
    for (const events of [history, history.toReversed()]) {
      const told = listTold(events, [TOLD, ...deliveries]);
      expect(told.shown.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(shown);
      expect(told.held?.number).toBe(held);
    }
  });
});
