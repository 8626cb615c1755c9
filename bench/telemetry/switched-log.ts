import { type Log, openLog as openRealLog } from '../../src/service/telemetry/open-log.ts';
import { tells } from './telling.ts';

/** Stands in the place of the real one, which it asks when there is something to tell. */
export function openLog(...args: Parameters<typeof openRealLog>): Log {
  const log = openRealLog(...args);
  return (event, fields, trace) => {
    if (tells('logs and metrics')) log(event, fields, trace);
  };
}
