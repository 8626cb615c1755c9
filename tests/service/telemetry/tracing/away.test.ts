import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../../../../src/service/config.ts';
import { ROLES } from '../../../../src/service/roles.ts';
import { portOf } from '../../delivery/start-receiver.ts';
import { openTestDesk, readLog, untilOver } from '../../open-test-desk.ts';
import { freePort } from '../../private-server.ts';
import { createPlace } from '../../test-place.ts';

const COUNT = 10;
/** Twice what a stop waits for spans, because the machine may be busy; an export by itself may take ten seconds. */
const MOST_STOP_SECONDS = 4;

async function startMute(): Promise<string> {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${portOf(server)}`;
}

describe('a receiver of spans', () => {
  it.each([
    ['that is away', async () => `http://127.0.0.1:${await freePort()}`],
    ['that never answers', startMute],
  ])(
    '%s costs no article, and holds up no stop',
    async (_, start) => {
      const place = await createPlace('embedded');
      const { tracing } = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: await start() });
      const desk = await openTestDesk(place, ROLES, { tracing });
      for (let index = 0; index < COUNT; index++) {
        const { article } = await desk.accept({ id: `a-${index}`, text: `The council of Merrow met for the ${index}th time.` });
        expect((await untilOver(desk.pool, article.key)).state.processing).toBe('cleaned');
      }
      const from = performance.now();
      await desk.close();
      expect((performance.now() - from) / 1000).toBeLessThan(MOST_STOP_SECONDS);
      expect(readLog(place).filter(({ event }) => event === 'article.cleaned')).toHaveLength(COUNT);
      await place.remove();
    },
    200_000,
  );

  it('that is away is told of once', async () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_TIMEOUT', '500');
    const place = await createPlace('embedded');
    const { tracing } = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await freePort()}` });
    const desk = await openTestDesk(place, ROLES, { tracing });
    const told = () => readLog(place).filter(({ event, component }) => event === 'service.failed' && component === 'tracing');
    await desk.accept({ id: 'first', text: 'The council of Merrow met.' });
    await vi.waitUntil(() => told().length > 0, { timeout: 60_000 });
    expect(told().map(({ code }) => code)).toEqual(['econnrefused']);
    await desk.accept({ id: 'second', text: 'The council of Merrow met again.' });
    await desk.close();
    expect(told()).toHaveLength(1);
    await place.remove();
  }, 200_000);
});
