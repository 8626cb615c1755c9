import { registerHooks } from 'node:module';

const HERE = new URL('./', import.meta.url).href;
/** What is replaced, by the ends of addresses. */
const INSTEAD = new Map(
  Object.entries({
    '/src/service/telemetry/open-log.ts': 'switched-log.ts',
    '/src/service/telemetry/metrics/metrics.ts': 'switched-metrics.ts',
    '/src/service/telemetry/tracing/open-tracing.ts': 'switched-tracing.ts',
  }).map(([end, name]) => [end, new URL(name, HERE).href]),
);

/** For `node --import`: the desk's own processes, but what they tell can be switched while they run. */
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    if (context.parentURL?.startsWith(HERE)) return found;
    for (const [end, url] of INSTEAD) if (found.url.endsWith(end)) return { ...found, url };
    return found;
  },
});
