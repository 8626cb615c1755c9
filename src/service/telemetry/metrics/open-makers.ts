import { Counter, Histogram, type Registry } from 'prom-client';

export type Labels = Readonly<Record<string, string | number>>;

/**
 * Labels of a metric. With their values, when these are few and known: then every series is there from the start, with 0. One that begins
 * with its first event begins at 1, and Prometheus sees no increase.
 */
type LabelNames = readonly string[] | Readonly<Record<string, readonly string[]>>;

function namesOf(labels: LabelNames): string[] {
  return Array.isArray(labels) ? [...labels] : Object.keys(labels);
}

/** Each combination of the known values; none when values come from data. */
function* listKnown(labels: LabelNames): Generator<Labels> {
  if (Array.isArray(labels)) return;
  let known: readonly Labels[] = [{}];
  for (const [name, values] of Object.entries(labels)) {
    known = known.flatMap((one) => values.map((value: string) => ({ ...one, [name]: value })));
  }
  yield* known;
}

/** Makes metrics of one registry; every name begins with `copydesk_`. */
export function openMakers(registry: Registry) {
  const registers = [registry];
  const counter = (name: string, help: string, labels: LabelNames = []) => {
    const made = new Counter({ name: `copydesk_${name}_total`, help, labelNames: namesOf(labels), registers });
    for (const known of listKnown(labels)) made.inc({ ...known }, 0);
    return (values: Labels = {}, value = 1) => made.inc({ ...values }, value);
  };
  const histogram = (name: string, help: string, buckets: readonly number[], labels: LabelNames = []) => {
    const made = new Histogram({ name: `copydesk_${name}`, help, buckets: [...buckets], labelNames: namesOf(labels), registers });
    for (const known of listKnown(labels)) made.zero({ ...known });
    return (values: Labels, value: number | undefined) => {
      if (value !== undefined) made.observe({ ...values }, value);
    };
  };
  return { counter, histogram };
}

export type Makers = ReturnType<typeof openMakers>;
