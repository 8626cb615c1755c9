import { Writable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import type { Terminal } from '../../../src/cli/command.ts';
import { createScreen } from '../../../src/cli/report/create-screen.ts';

const CLEAR = '\u001b[H\u001b[2J';

function openScreen(isEnabled: boolean) {
  const drawn: string[] = [];
  const clock = { now: 5 };
  const stdout = new Writable({
    decodeStrings: false,
    write: (text: string, _encoding, done) => {
      drawn.push(text);
      done();
    },
  });
  const terminal: Terminal = {
    ...{ stdin: process.stdin, stderr: stdout, env: {}, isStdoutTty: true, isStderrTty: true },
    stdout: Object.assign(stdout, { rows: 4 }),
  };
  return { screen: createScreen(terminal, isEnabled, () => clock.now), drawn, clock };
}

describe('createScreen', () => {
  it('draws as much as there is room for, at most once a second, and only what is new', async () => {
    const { screen, drawn, clock } = openScreen(true);
    const draw = vi.fn(() => 'one\ntwo\nthree\nfour\n');
    await screen.show(1, draw);
    expect(drawn).toEqual([`${CLEAR}one\ntwo\nCtrl-C ends with the whole report.`]);
    await screen.show(2, draw);
    clock.now += 1000;
    await screen.show(1, draw);
    expect(draw).toHaveBeenCalledTimes(1);
    await screen.show(2, draw);
    expect(draw).toHaveBeenCalledTimes(2);
    await screen.clear();
    expect(drawn.at(-1)).toBe(CLEAR);
  });

  it('draws nothing where nobody looks', async () => {
    const { screen, drawn } = openScreen(false);
    await screen.show(1, () => 'one');
    await screen.clear();
    expect(drawn).toEqual([]);
  });
});
