import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { CliError, EXIT } from '../../src/cli/cli-error.ts';
import { commandTable } from '../../src/cli/command-table.ts';
import { reportFailure } from '../../src/cli/report-failure.ts';
import { ENGINE_VERSION } from '../../src/moderation/model/engine.ts';
import { nearestName } from '../../src/service/config/nearest-name.ts';
import { runCopydesk } from './run-copydesk.ts';
import { runInside } from './run-inside.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

describe('copydesk', () => {
  it('lists every command in its help', async () => {
    const { code, stdout, stderr } = await runInside(['--help']);
    expect(code).toBe(0);
    for (const { name, summary } of commandTable) expect(stdout).toMatch(new RegExp(`^ {2}${name} +${summary}$`, 'mu'));
    expect(stderr).toBe('');
    expect((await runInside(['help'])).stdout).toBe(stdout);
    expect((await runInside(['-h'])).stdout).toBe(stdout);
  });

  it('shows the help of a command without running it', async () => {
    for (const args of [
      ['check', '--help'],
      ['check', 'no-such-file', '-h'],
      ['help', 'check'],
    ]) {
      expect(await runInside(args)).toEqual({ code: 0, stdout: check.help, stderr: '' });
    }
  });

  it('states each summary as the command does', async () => {
    const loaded = await Promise.all(commandTable.map((entry) => entry.load()));
    expect(loaded.map(({ name, summary }) => ({ name, summary }))).toEqual(
      commandTable.map(({ name, summary }) => ({ name, summary })),
    );
  });

  it('says its version', async () => {
    expect(await runInside(['--version'])).toEqual({ code: 0, stdout: `${ENGINE_VERSION}\n`, stderr: '' });
  });

  it.each([
    [[], 'name a command'],
    [['chek'], 'unknown command chek; did you mean check?'],
    [['frobnicate'], 'unknown command frobnicate; known: check, serve'],
    [['--verson'], 'unknown option --verson; did you mean --version?'],
    [['check', '--fromat', 'json', 'a'], 'unknown option --fromat; did you mean --format?'],
    [['check', '--zzzzzz', 'a'], 'unknown option --zzzzzz; known: --format'],
    [['check', '-x', 'a'], 'unknown option -x'],
    [['check', '--format', 'jsonn', 'a'], 'unknown value of --format: jsonn; did you mean json?'],
    [['check', '--format'], "'--format <value>' argument missing"],
    [['check', '--quiet=1', 'a'], 'does not take an argument'],
    [['check', '--input', 'pdf', 'a'], 'unknown value of --input: pdf; known: auto, text, markdown, html, ndjson'],
    [['check', '--input', 'htm', 'a'], 'unknown value of --input: htm; did you mean html?'],
    [['check'], 'name files, folders, or - for standard input'],
    [['check', ''], 'a file has an empty name'],
    [['check', '-', '-'], 'standard input can be read only once'],
  ])('refuses %j with 64 and a hint', async (args, message) => {
    const { code, stdout, stderr } = await runInside(args);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain(message);
    expect(stderr.startsWith('copydesk: ')).toBe(true);
    expect(stdout).toBe('');
  });

  it('does the same as a process', async () => {
    expect(await runCopydesk(['--version'])).toEqual({ code: 0, stdout: `${ENGINE_VERSION}\n`, stderr: '' });
    expect((await runCopydesk(['chek'])).code).toBe(EXIT.usage);
  });

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, [MAIN, 'check', '-', '--format', 'ndjson'], { stdio: 'pipe' });
    const closed = once(child, 'close');
    child.stdin.on('error', () => {});
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const line = `${JSON.stringify({ id: 'a', text: 'Some words of text. '.repeat(200) })}\n`;
    child.stdin.end(line.repeat(3_000));
    const [code] = await closed;
    expect(code).toBe(141);
    expect(stderr).toBe('');
  });

  it('never loads a queue or a database for check', async () => {
    const { code, stderr } = await runCopydesk(['check', '-', '--quiet'], {
      input: 'Some words.',
      node: ['--import', `data:text/javascript,${encodeURIComponent(REFUSE_SERVICES)}`],
    });
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});

/** A hook that fails when a package of the service is asked for. */
const REFUSE_SERVICES = `
import { registerHooks } from 'node:module';
registerHooks({
  resolve(name, context, next) {
    if (/^(bullmq|ioredis|pg|pino|piscina|@electric-sql)/.test(name)) throw new Error('loaded ' + name);
    return next(name, context);
  },
});
`;

describe('reportFailure', () => {
  const fail = (error: unknown, env: Record<string, string> = {}): { code: number; stderr: string } => {
    let stderr = '';
    const stream = { write: (text: string) => (stderr += text) };
    // The stream is all that is used of a terminal here.
    const code = reportFailure(error, { stderr: stream, env } as unknown as Parameters<typeof reportFailure>[1]);
    return { code, stderr };
  };

  it('gives a refusal its own code and only its message', () => {
    expect(fail(new CliError('bad \u001b[31m file', 66))).toEqual({ code: 66, stderr: 'copydesk: bad ␛[31m file\n' });
  });

  it('calls anything else an internal error, with a stack only for developers', () => {
    const short = fail(new TypeError('boom'));
    expect(short).toEqual({ code: 70, stderr: 'copydesk: internal error: boom (NODE_DEBUG=copydesk shows where)\n' });
    expect(fail(new TypeError('boom'), { NODE_DEBUG: 'net,copydesk' }).stderr).toContain('main.test.ts');
    expect(fail('thrown text').code).toBe(70);
  });

  it('is silent about a reader that went away', () => {
    expect(fail(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).toEqual({ code: 141, stderr: '' });
  });
});

describe('nearestName', () => {
  it.each([
    ['chekc', 'check'],
    ['CHECK', 'check'],
    ['sreve', 'serve'],
    ['sevre', 'serve'],
    ['x', undefined],
    ['', undefined],
    ['a'.repeat(1_000_000), undefined],
  ])('of %s is %s', (name, nearest) => {
    expect(nearestName(name, ['check', 'serve'])).toBe(nearest);
  });
});
