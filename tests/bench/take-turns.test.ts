import process from 'node:process';
import { expect, it } from 'vitest';
import { takeTurns } from '../../bench/run/take-turns.ts';

/** Spends so many milliseconds of CPU. */
function spend(milliseconds: number): void {
  const { user, system } = process.cpuUsage();
  for (let now = process.cpuUsage(); now.user + now.system - user - system < milliseconds * 1000; now = process.cpuUsage());
}

it('gives all contenders the same thing in each round, another one first each time, and counts no warm-up', async () => {
  const calls: string[] = [];
  const contender = (name: string) => ({ name, run: (round: number) => void calls.push(`${name}${round}`) });
  const times = await takeTurns([contender('a'), contender('b'), contender('c')], (round) => round, { warmUp: 1, counted: 2 });
  expect(calls).toEqual(['a0', 'b0', 'c0', 'b1', 'c1', 'a1', 'c2', 'a2', 'b2']);
  expect(times.map((one) => one.length)).toEqual([2, 2, 2]);
});

it('gives each several things in a row, and counts what one of them takes', async () => {
  const calls: string[] = [];
  const contender = (name: string) => ({ name, run: (place: number) => void calls.push(`${name}${place}`) });
  const given = (place: number) => place;
  await takeTurns([contender('a'), contender('b')], given, { warmUp: 1, counted: 1, inARow: 2 });
  expect(calls).toEqual(['a0', 'a1', 'b0', 'b1', 'b2', 'b3', 'a2', 'a3']);
  const slow = { name: 'slow', run: () => spend(20) };
  const [[time = 0] = []] = await takeTurns([slow], given, { warmUp: 0, counted: 1, inARow: 3 });
  expect(time).toBeGreaterThanOrEqual(20);
  expect(time).toBeLessThan(40);
});

it('counts the CPU of what a contender only promises', async () => {
  const short = { name: 'short', run: () => spend(2) };
  const long = { name: 'long', run: () => Promise.resolve().then(() => spend(30)) };
  const [[little = 0] = [], [much = 0] = []] = await takeTurns([short, long], () => undefined, { warmUp: 0, counted: 1 });
  expect(little).toBeGreaterThanOrEqual(2);
  expect(much).toBeGreaterThanOrEqual(30);
});
