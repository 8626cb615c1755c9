import { z } from 'zod';
import { systemCode } from '../../src/cli/system-code.ts';
import type { TimeRange } from './choose-range.ts';

/** What Prometheus knows of one series: its labels, and points of seconds since 1970 and values. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly (readonly [time: number, value: number])[];
}

const PATIENCE_MS = 30_000;
/** Prometheus writes numbers as text, those that are none too. */
const number = z.string().transform((text) => (text.endsWith('Inf') ? Number.POSITIVE_INFINITY : Number(text)));
const faultSchema = z.object({ status: z.literal('error'), error: z.string() });
const matrixSchema = z.object({
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(z.object({ metric: z.record(z.string(), z.string()), values: z.array(z.tuple([z.number(), number])) })),
  }),
});
const targetsSchema = z.object({
  data: z.object({
    activeTargets: z.array(z.object({ labels: z.record(z.string(), z.string()), scrapeInterval: z.string().optional() })),
  }),
});
const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** `1m30s` -> 90. */
function toSeconds(duration: string): number {
  return [...duration.matchAll(/(\d+)(ms|s|m|h)/gu)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0),
    0,
  );
}

/** Why nothing came: `fetch` hides it in its cause. */
function sayWhy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return systemCode(error.cause) || error.message;
}

/** A Prometheus that has scraped a desk. Every method rejects when it cannot be reached, or says that it cannot answer. */
export class Prometheus {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Asks a query at each point of a range. */
  async ask(expr: string, { from, to, step }: TimeRange): Promise<readonly Series[]> {
    const body = new URLSearchParams({ query: expr, start: `${from}`, end: `${to}`, step: `${step}` });
    const { data } = matrixSchema.parse(await this.#call('/api/v1/query_range', { method: 'POST', body }));
    return data.result.map(({ metric: labels, values: points }) => ({ labels, points }));
  }

  /** How often the targets of a job are scraped, in seconds; `undefined` when there are none now. */
  async scrapeSeconds(job: string): Promise<number | undefined> {
    const { data } = targetsSchema.parse(await this.#call('/api/v1/targets?state=active'));
    const found = data.activeTargets.find(({ labels, scrapeInterval }) => labels.job === job && scrapeInterval !== undefined);
    return found?.scrapeInterval === undefined ? undefined : toSeconds(found.scrapeInterval);
  }

  async #call(path: string, init: RequestInit = {}): Promise<unknown> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(new URL(path, this.#url), { ...init, signal }).catch((cause: unknown) => {
      // Without the password that an address may have.
      const { origin } = new URL(this.#url);
      throw new Error(`no Prometheus can be reached at ${origin} (${sayWhy(cause)}): say by --prometheus where it is`, { cause });
    });
    const text = await answer.text();
    const body: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
    const fault = faultSchema.safeParse(body);
    if (fault.success) throw new Error(`Prometheus does not answer ${path}: ${fault.data.error}`);
    if (!answer.ok) throw new Error(`Prometheus answers ${path} with ${answer.status}`);
    return body;
  }
}
