import { registerHooks } from 'node:module';

/** What is replaced, by the ends of addresses. */
const INSTEAD = new Map(
  Object.entries({
    '/src/service/telemetry/open-log.ts': 'no-log.ts',
    '/src/service/telemetry/metrics/metrics.ts': 'no-metrics.ts',
  }).map(([end, name]) => [end, new URL(name, import.meta.url).href]),
);

/** For `node --import`: the desk's own processes, but nothing is logged or counted. */
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    for (const [end, url] of INSTEAD) if (found.url.endsWith(end)) return { ...found, url };
    return found;
  },
});
