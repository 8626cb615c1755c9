import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CliError, EXIT } from './cli-error.ts';
import { refuseUnknown } from './refuse-unknown.ts';

type FlagOptions = NonNullable<ParseArgsConfig['options']>;
type ParsedFlags<Options extends FlagOptions> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>
>;

function refuseUnknownFlags(command: string, args: readonly string[], options: FlagOptions): void {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(options, token.name));
  if (unknown?.kind !== 'option') return;
  const known = Object.keys(options).map((name) => `--${name}`);
  throw refuseUnknown('option', unknown.rawName, known, `copydesk ${command} --help`);
}

/** Reads the flags of a command. Throws `CliError` (64) for an unknown flag, a missing value or one too many. */
export function parseFlags<const Options extends FlagOptions>(
  command: string,
  args: readonly string[],
  options: Options,
): ParsedFlags<Options> {
  refuseUnknownFlags(command, args, options);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : 'bad arguments';
    throw new CliError(`${reason} (see copydesk ${command} --help)`, EXIT.usage);
  }
}
