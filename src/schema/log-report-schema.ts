import { z } from 'zod';
import { ARTICLE_STATES } from './article-states.ts';

const count = z.number().int().min(0);
const time = z.iso.datetime().describe('UTC.');

/** Percentiles by a sketch: within 1 % of the value of that rank; `min` and `max` are exact. */
const quantiles = z
  .strictObject({
    count: count.describe('How many values there were.'),
    min: z.number(),
    p50: z.number(),
    p95: z.number(),
    p99: z.number(),
    max: z.number(),
  })
  .nullable()
  .describe('p50, p95 and p99 are within 1 % of the value of that rank; null when there was no value.');

const named = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ name: z.string(), ...shape });

/** The first rows of a list of names that may be without end. */
const ranked = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    rows: z.array(row).describe('The first ones; how many was asked for.'),
    names: count.describe('How many names are counted.'),
    error: count.describe(
      '0: every count is exact. Otherwise names were given up: a count may be too low by this much, and a name with less may be missing.',
    ),
  });

/** Words of which there are few: as a rule all of them. */
const counted = ranked(named({ count }));

const outcomes = { publish: count, review: count, reject: count };
const place = z.strictObject({
  what: z.enum(['broken', 'foreign', 'malformed', 'too_long']),
  file: z.string().describe('"-" is standard input.'),
  line: count.min(1),
});

const input = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), bytes: count.describe('As they lie on the disk.'), lines: count })),
  faults: z
    .array(z.strictObject({ name: z.string(), code: z.string(), message: z.string() }))
    .describe('Files that could not be read, or not to their end.'),
  lines: count.describe('All that were read, blank ones left out.'),
  counted: count.describe('Lines that this report is made of.'),
  left_out: count.describe('Lines of another time or tenant than was asked for.'),
  broken: count.describe('Not JSON.'),
  foreign: count.describe('JSON, but no line of Copydesk.'),
  malformed: count.describe('Of Copydesk, but not as the log contract has it.'),
  too_long: count.describe('Over 1 MB; not read.'),
  unknown: ranked(named({ count })).describe('Lines with an event that this version does not know.'),
  places: z.array(place).describe('The first lines that could not be counted, by file and line.'),
  forms: z.strictObject({ copydesk: count, ecs: count, otel: count }),
});

const stream = z.strictObject({
  articles: count.describe('Revisions of articles whose chains were followed.'),
  one_in: count.min(1).describe('1: all. Otherwise there were too many, and one in so many is followed, chosen by a hash.'),
  gaps: z
    .strictObject({ articles: count, lines: count })
    .describe('Numbers that are missing between the first and the last of a chain.'),
  begun_before: count.describe('Articles whose first line is not in the stream: what came before is no gap.'),
  backwards: count.describe(
    'Articles that were started before they came, by the clocks of two processes; their waiting is not counted.',
  ),
  repeated: count.describe('Lines whose number had been there before, as when a file is read twice.'),
  not_followed: count.describe('Numbers and attempts beyond what is kept of one article or of all.'),
  unended: z
    .strictObject({ attempts: count, last: count })
    .describe('Attempts without a line that ends them; `last`: those with no later attempt, which may still be under way.'),
  standing: z
    .strictObject({
      processing: z.array(z.strictObject({ name: z.enum(ARTICLE_STATES.processing), count })),
      review: z.array(z.strictObject({ name: z.enum(ARTICLE_STATES.review), count })),
      delivery: z.array(z.strictObject({ name: z.enum(ARTICLE_STATES.delivery), count })),
    })
    .describe('Where articles stand after their last line.'),
});

const review = z.strictObject({
  claimed: count,
  released: count,
  lease_expired: count,
  escalated: count,
  noted: count,
  accepted: count,
  rejected: count,
  reasons: counted,
  undone: count,
  undone_told: count.describe('Of those undone: the publisher had been told.'),
  seconds: quantiles.describe('From the claim to the decision.'),
  keys: quantiles.describe('Keys and clicks of a decision.'),
  checks: z.strictObject({ agree: count, differ: count }),
  appeals: z.strictObject({ opened: count, upheld: count, turned_down: count }),
  amendments: z
    .strictObject({
      restored: count,
      removed: count,
      edited: count,
      reclassified: count,
      entities_rejected: count,
      topics_rejected: count,
      topics_added: count,
      withdrawn: count,
    })
    .describe('Acts; those that were withdrawn are among them.'),
});

const bucket = z.strictObject({
  start: time,
  received: count,
  ...outcomes,
  dead: count,
  p95_seconds: z.number().nullable().describe('Processing, without the waiting.'),
  p95_waited: z.number().nullable().describe('From the arrival to the first start, by the time of the arrival.'),
  delivery_failed: count,
  delivery_succeeded: count,
});

const BROUGHT_BACK =
  'Findings that people brought back or called wrong in what they accepted, without those of decisions that were undone or changed.';

/** What `copydesk report --format json` writes. Counts are of lines; lists are ordered, so that equal streams give equal reports. */
export const logReportSchema = z.strictObject({
  schema: z.literal(1),
  asked: z.strictObject({ tenant: z.string().nullable(), since: time.nullable(), until: time.nullable() }),
  input,
  period: z.strictObject({ from: time, until: time }).nullable(),
  levels: counted,
  events: counted,
  versions: ranked(named({ count })),
  articles: z.strictObject({
    received: count,
    queued: count,
    cleaned: count,
    outcomes: z.strictObject(outcomes),
    accepted: count,
    flagged: count,
    dead: count,
    superseded: count,
    replayed: count,
    purged: z.strictObject({ asked: count, retention: count }),
    refused: counted.describe('By code.'),
    characters: quantiles,
  }),
  scores: z
    .array(z.strictObject({ from: count, to: count, ...outcomes }))
    .describe('`from` counts, `to` belongs to the next, but for 100.'),
  findings: z.strictObject({
    total: count,
    removed: count,
    kinds: counted,
    removed_kinds: counted.describe('Of those whose text was taken out.'),
    brought_back: count.describe(BROUGHT_BACK),
    brought_back_kinds: counted,
    incomplete: counted.describe('Articles by the stage that was not finished.'),
  }),
  processing: z.strictObject({
    started: count,
    stalled: count,
    failed: ranked(named({ again: count, final: count })).describe('By code; `again`: another attempt follows.'),
    abandoned: counted.describe('By code.'),
    seconds: quantiles.describe('Of attempts that came to a result.'),
    stages: z.array(named({ seconds: quantiles })).describe('The slowest first, by p95.'),
    waited: quantiles.describe('Seconds from the arrival to the first start.'),
    queued: quantiles.describe('Seconds until the queue was told.'),
  }),
  rules: ranked(
    named({
      findings: count,
      removed_findings: count.describe('Findings whose text the machine took out.'),
      brought_back: count.describe(BROUGHT_BACK),
      restored: count.describe('Acts of people, also those that they withdrew; so are the next.'),
      removed: count,
      edited: count,
      reclassified: count,
    }),
  ),
  sources: ranked(
    z.strictObject({
      name: z.string().describe('Empty: none was stated.'),
      received: count,
      ...outcomes,
      dead: count,
      findings: count,
      removed: count,
      brought_back: count.describe(BROUGHT_BACK),
      restored: count.describe('Acts of people, also those that they withdrew.'),
      delivery_failed: count,
    }),
  ),
  review,
  deliveries: z.strictObject({
    attempted: count,
    succeeded: count,
    failed: counted.describe('By code and status.'),
    dead_lettered: counted.describe('By code.'),
    shelved: count.describe('The webhook was taken away before they were told: they wait to be fetched.'),
    replayed: count,
    seconds: quantiles.describe('Of requests that were answered or given up.'),
  }),
  requests: ranked(z.strictObject({ method: z.string(), route: z.string(), status: count, count, seconds: quantiles })),
  failures: ranked(z.strictObject({ component: z.string(), code: z.string(), count })),
  stream,
  over_time: z.strictObject({
    bucket_seconds: count,
    far: count.describe('Lines so far from the others in time that they are in no bucket: a clock was wrong.'),
    buckets: z.array(bucket).describe('Those in which something was counted.'),
  }),
});

export type LogReport = z.infer<typeof logReportSchema>;
export type LogReportQuantiles = z.infer<typeof quantiles>;
