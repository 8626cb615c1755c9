import process from 'node:process';
import { type Config, readConfig } from '../../src/service/config.ts';
import { startHeartbeat } from '../../src/service/process/start-heartbeat.ts';
import { processArticle } from '../../src/service/processing/process-article.ts';
import { Quarantine } from '../../src/service/processing/quarantine.ts';
import { openTransport } from '../../src/service/queue/open-transport.ts';
import { startRelay } from '../../src/service/relay/start-relay.ts';
import { openNotices } from '../../src/service/store/notices.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import type { SqlPool } from '../../src/service/store/sql-pool.ts';
import { openLog } from '../../src/service/telemetry/open-log.ts';
import { NOTHING } from './nothing.ts';

export type PartName = 'relay' | 'worker';

const onError = (error: Error): void => void process.stderr.write(`${error.message}\n`);

/** Opens relay, worker or both as the desk does it, but the worker's threads, which are replaced by nothing. */
export async function openDeskPart(config: Config, parts: readonly PartName[], pool?: SqlPool): Promise<() => Promise<void>> {
  const store = pool ? { pool, close: () => Promise.resolve() } : await openStore(config.store, onError);
  const transport = await openTransport(config, store.pool, onError);
  const log = openLog(config.log ?? 'stdout', config.logLevel);
  const notices = openNotices(store.pool, onError);
  const concurrency = parts.includes('worker') ? config.concurrency : undefined;
  const heartbeat = startHeartbeat(store.pool, { roles: parts, concurrency }, onError);
  const closers = [notices.close, heartbeat.stop, transport.close, store.close];
  if (parts.includes('worker')) {
    const threads = { moderate: () => Promise.resolve(NOTHING) };
    const processing = {
      pool: store.pool,
      threads,
      rules: { read: () => Promise.resolve(undefined) },
      shadows: { offer: () => undefined },
      quarantine: new Quarantine(),
      log,
      attempts: config.attempts,
      starts: config.starts,
      fingerprintDays: config.fingerprintDays,
    };
    const worker = transport.startWorker((data, jobId) => processArticle(processing, data, jobId), config);
    closers.unshift(worker.close);
  }
  if (parts.includes('relay')) {
    const settings = { reconcileSeconds: config.reconcileSeconds, graceSeconds: 5 };
    closers.unshift(startRelay(store.pool, transport.queue, notices, log, settings).stop);
  }
  return async () => {
    for (const close of closers) await close();
  };
}

/** As a process of its own: says when it is up, and at each question how much CPU it has used, in microseconds. */
async function serve(part: PartName): Promise<void> {
  await openDeskPart(readConfig(process.env), [part]);
  process.on('message', () => process.send?.(process.cpuUsage()));
  process.on('disconnect', () => process.exit(0));
  process.send?.('up');
}

const [part] = process.argv.slice(2);
if (process.send && (part === 'relay' || part === 'worker')) await serve(part);
