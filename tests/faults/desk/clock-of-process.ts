import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * For `node --import`: the process's clock is ahead by the milliseconds that stand in the file named by FAULTS_CLOCK, behind when they are
 * negative, and jumps when the file changes. Timers and `performance` go on, as when the clock of a machine is set.
 */
const file = process.env.FAULTS_CLOCK ?? '';
const LOOK_MS = 100;
const RealDate = Date;
let offset = 0;

function look(): void {
  try {
    offset = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    offset = 0;
  }
}

class ShiftedDate extends RealDate {
  constructor(...args: readonly unknown[]) {
    if (args.length === 0) super(RealDate.now() + offset);
    // The arguments are those of `Date` itself.
    else super(...(args as [number]));
  }

  static override now(): number {
    return RealDate.now() + offset;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return Function.prototype[Symbol.hasInstance].call(RealDate, value);
  }
}

if (file !== '') {
  look();
  setInterval(look, LOOK_MS).unref();
  globalThis.Date = ShiftedDate as DateConstructor;
}
