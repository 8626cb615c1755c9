import { ENGINE_VERSION } from '../moderation/model/engine.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { commandTable } from './command-table.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { reportFailure } from './report-failure.ts';
import { writeOut } from './write-out.ts';

const NAME_WIDTH = Math.max(...commandTable.map(({ name }) => name.length)) + 2;

const HELP = `copydesk: the copy desk for machine-fed publishing

Usage: copydesk <command> [options]

Commands:
${commandTable.map(({ name, summary }) => `  ${name.padEnd(NAME_WIDTH)}${summary}`).join('\n')}

  copydesk <command> --help   options of a command
  copydesk --version          version of the engine
`;

function loadCommand(name: string): Promise<Command> {
  const entry = commandTable.find((candidate) => candidate.name === name);
  if (entry) return entry.load();
  const what = name.startsWith('-') ? 'option' : 'command';
  const known = what === 'option' ? ['--help', '--version'] : commandTable.map((candidate) => candidate.name);
  throw refuseUnknown(what, name, known, 'copydesk --help');
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}

async function print(terminal: Terminal, text: string): Promise<number> {
  await writeOut(terminal.stdout, text);
  return 0;
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) throw new CliError(`name a command\n\n${HELP}`, EXIT.usage);
  if (name === '--version' || name === '-V') return print(terminal, `${ENGINE_VERSION}\n`);
  if (name === '--help' || name === '-h') return print(terminal, HELP);
  if (name === 'help' && rest[0] === undefined) return print(terminal, HELP);
  const [asked, parts] = name === 'help' ? [rest[0] ?? '', rest.slice(1)] : [name, rest];
  const command = await loadCommand(asked);
  if (name === 'help' || asksForHelp(rest)) return print(terminal, command.helpFor?.(parts) ?? command.help);
  return command.run(rest, terminal);
}

/** Runs one command line and resolves to its exit code; it never rejects, whatever a command throws. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    return reportFailure(error, terminal);
  }
}
