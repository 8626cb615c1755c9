import process from 'node:process';
import { RecogniserError, RulesetError } from '../index.ts';
import { ConfigError } from './config/config-error.ts';
import { readConfig } from './config.ts';
import { openDesk } from './open-desk.ts';
import { INVITATION_HOURS } from './people/accept-invitation.ts';
import { readWorkerArguments } from './process/read-worker-arguments.ts';
import { untilStopped } from './process/until-stopped.ts';
import type { Role } from './roles.ts';
import { MigrationBlockedError, SchemaTooNewError } from './store/migrate.ts';
import { openLog } from './telemetry/open-log.ts';

/** sysexits.h: bad configuration, internal error. */
const EXIT_CONFIG = 78;
const EXIT_SOFTWARE = 70;

/** Faults that a person can mend. */
const FORESEEN = [ConfigError, RulesetError, RecogniserError, SchemaTooNewError, MigrationBlockedError];

async function runUntilStopped(role: Role): Promise<void> {
  const config = readConfig(process.env);
  const stopped = untilStopped();
  try {
    const desk = await openDesk(config, [role], openLog(config.log ?? 'stdout', config.logLevel, config.logFormat));
    for (const warning of desk.warnings) process.stderr.write(`copydesk: ${warning}\n`);
    // The log is on standard output; the link of an admin has no place there.
    if (desk.firstAdminUrl !== undefined)
      process.stderr.write(
        `copydesk: the desk's first admin, once and within ${INVITATION_HOURS} hours: ${desk.firstAdminUrl}\n`,
      );
    await stopped.wait;
    await desk.close();
  } finally {
    stopped.dispose();
  }
}

async function runToExitCode(role: Role): Promise<number> {
  try {
    await runUntilStopped(role);
    return 0;
  } catch (error) {
    const isForeseen = FORESEEN.some((kind) => error instanceof kind);
    process.stderr.write(`copydesk: ${error instanceof Error ? error.message : String(error)}\n`);
    return isForeseen ? EXIT_CONFIG : EXIT_SOFTWARE;
  }
}

/**
 * The whole life of a worker process: settings from the environment, the role until SIGTERM or Ctrl-C, then a clean stop.
 * A fault a person can mend ends it with 78 and a line on standard error.
 */
export async function runRole(role: Role): Promise<void> {
  const answer = readWorkerArguments(process.argv.slice(2), role);
  if (answer) {
    (answer.exitCode === 0 ? process.stdout : process.stderr).write(answer.text);
    process.exitCode = answer.exitCode;
    return;
  }
  // BullMQ goes on trying to reach a Redis that is away; nothing is in hand any more, so nothing is cut off.
  process.exit(await runToExitCode(role));
}
