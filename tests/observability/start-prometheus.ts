import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { freePort, type PrivateServer, stopper } from '../service/private-server.ts';

const ALERTS = fileURLToPath(new URL('../../observability/alerts.yml', import.meta.url));
const PATIENCE = 60_000;

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/-/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts a Prometheus that scrapes targets (name -> host and port) each second and asks the alerts as often. */
export async function startPrometheus(program: string, targets: Readonly<Record<string, string>>): Promise<PrivateServer> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-prometheus-'));
  const port = await freePort();
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: [ALERTS],
    scrape_configs: [
      {
        job_name: 'copydesk',
        static_configs: Object.entries(targets).map(([instance, target]) => ({ targets: [target], labels: { instance } })),
      },
    ],
  };
  writeFileSync(join(folder, 'prometheus.yml'), stringify(config));
  const paths = [`--config.file=${join(folder, 'prometheus.yml')}`, `--storage.tsdb.path=${join(folder, 'data')}`];
  const child = spawn(program, [...paths, `--web.listen-address=127.0.0.1:${port}`, '--log.level=error'], { stdio: 'ignore' });
  const server = { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: stopper(child, 'SIGTERM', folder) };
  for (const end = performance.now() + PATIENCE; performance.now() < end; await sleep(100))
    if (await isReady(server.url)) return server;
  await server.stop();
  throw new Error('Prometheus did not start');
}
