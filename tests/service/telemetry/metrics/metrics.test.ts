import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../../src/service/config.ts';
import { type Desk, openDesk } from '../../../../src/service/open-desk.ts';
import { openLog } from '../../../../src/service/telemetry/open-log.ts';
import { openTestDesk, untilOver } from '../../open-test-desk.ts';
import { availableModes, createPlace, type TestPlace } from '../../test-place.ts';

const STORY = 'The council of Marrowgate met on Tuesday and agreed on the new ferry, which will run from spring.';

describe.each(availableModes())('the metrics of a desk in the mode %s', (mode) => {
  let place: TestPlace;
  let desk: Desk;
  beforeAll(async () => {
    place = await createPlace(mode);
    desk = await openTestDesk(place, undefined, { metrics: { host: '127.0.0.1', port: 0 } });
  }, 200_000);
  afterAll(async () => {
    await desk.close();
    await place.remove();
  }, 200_000);

  const scrape = async () => {
    const response = await fetch(desk.metricsUrl ?? '');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    return response.text();
  };

  it('tell what became of articles, and how the store stands', async () => {
    const { article } = await desk.accept({ id: 'one', text: STORY, source: 'harbour-feed' });
    await untilOver(desk.pool, article.key);
    const text = await scrape();
    expect(text).toContain('\ncopydesk_articles_received_total 1\n');
    expect(text).toMatch(/^copydesk_articles_cleaned_total\{outcome="\w+"\} 1$/mu);
    expect(text).toMatch(/^copydesk_stage_seconds_count\{stage="annotate"\} 1$/mu);
    expect(text).toContain('\ncopydesk_store_up 1\n');
    for (const role of ['api', 'worker', 'relay', 'deliver']) {
      expect(text).toContain(`\ncopydesk_processes{role="${role}"} 1\n`);
    }
    expect(text).toMatch(
      new RegExp(`^copydesk_build_info\\{version="[^"]+",mode="${mode.replace('+', '\\+')}",ruleset="[0-9a-f]{12}"\\} 1$`, 'mu'),
    );
    expect(text.includes('copydesk_redis_up 1')).toBe(mode === 'redis+postgres');
    for (const secret of ['one', article.key.articleId, 'harbour-feed', 'Marrowgate']) expect(text).not.toContain(`"${secret}"`);
  });

  it('are nowhere else on that port', async () => {
    const url = new URL(desk.metricsUrl ?? '');
    expect((await fetch(new URL('/', url))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('have a port that nobody else has', async () => {
    const { port } = new URL(desk.metricsUrl ?? '');
    const other = await createPlace('embedded');
    const config = { ...readConfig(other.env), metrics: { host: '127.0.0.1', port: Number(port) } };
    await expect(openDesk(config, ['api', 'worker', 'relay', 'deliver'], openLog(other.logFile, 'info'))).rejects.toThrow(
      `COPYDESK_METRICS_PORT: 127.0.0.1:${port} cannot be had (eaddrinuse)`,
    );
    await other.remove();
  }, 100_000);
});
