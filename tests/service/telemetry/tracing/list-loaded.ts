// Prints the address of every module of OpenTelemetry that a process loads; given to node by --import.
import { registerHooks } from 'node:module';
import process from 'node:process';

const loaded = new Set<string>();
registerHooks({
  load: (url, context, next) => {
    if (url.includes('/@opentelemetry/')) loaded.add(url);
    return next(url, context);
  },
});
process.on('exit', () => process.stderr.write(`loaded: ${JSON.stringify([...loaded])}\n`));
