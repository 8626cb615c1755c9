import { describe, expect, it } from 'vitest';
import { runInside } from './run-inside.ts';

/** Columns; what a window usually shows beside a margin. */
const WIDEST = 100;

describe('the help', () => {
  it.each(['audit', 'dead', 'keys', 'tenants', 'rules learned'])('of %s fits a window', async (command) => {
    const { stdout, code } = await runInside([...command.split(' '), '--help']);
    expect(stdout.split('\n').filter((line) => line.length > WIDEST)).toEqual([]);
    expect(code).toBe(0);
  });

  it('of dead names its exit codes in their order', async () => {
    const { stdout } = await runInside(['dead', '--help']);
    expect(stdout).toMatch(/Exit code: 0 {3}1 some could not be replayed {3}64 /u);
  });

  it('of rules learned names each of its options itself', async () => {
    const { stdout } = await runInside(['rules', 'learned', '--help']);
    for (const option of ['--url', '--key-file', '--key', '--data', '--json'])
      expect(stdout).toMatch(new RegExp(`^ {2}${option} `, 'mu'));
  });
});
