import { ConfigError } from '../../service/config/config-error.ts';
import type { Config } from '../../service/config.ts';
import { logFile } from '../../service/telemetry/log-file.ts';
import { type Log, openLog } from '../../service/telemetry/open-log.ts';

/**
 * The log for a command that changes articles in the store itself: where `copydesk serve` with a report or on a terminal writes it, so that no line of
 * a chain is missing there. Standard output is the command's own: a log that would go there goes to standard error.
 */
export function openStoreLog({ log, dataFolder, logLevel, logFormat }: Config): Log {
  const target = log ?? logFile(dataFolder);
  try {
    return openLog(target === 'stdout' ? 'stderr' : target, logLevel, logFormat);
  } catch (error) {
    // Nobody has asked for the file; what the command is for goes on.
    if (log !== undefined || !(error instanceof ConfigError)) throw error;
    return openLog('stderr', logLevel, logFormat);
  }
}
