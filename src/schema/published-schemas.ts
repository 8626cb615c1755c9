import { z } from 'zod';
import { amendmentsSchema } from './amendments-schema.ts';
import { articleSchema } from './article-schema.ts';
import { logLineSchema } from './log-events.ts';
import { logReportSchema } from './log-report-schema.ts';
import { moderatedArticleSchema } from './moderated-article-schema.ts';
import { READER_SCHEMAS } from './reader-schemas.ts';

/** One file of `schemas/`. */
export interface PublishedSchema {
  readonly file: string;
  readonly content: string;
}

/** A name that never changes; it is no address to fetch from. */
const ID_BASE = 'urn:copydesk:schema:';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

function write(name: string, title: string, description: string, body: object): PublishedSchema {
  const document = { $schema: DIALECT, $id: `${ID_BASE}${name}`, title, description, ...body };
  return { file: `${name}.schema.json`, content: `${JSON.stringify(document, undefined, 2)}\n` };
}

function publish(name: string, title: string, description: string, schema: z.ZodType): PublishedSchema {
  const { $schema: _, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return write(name, title, description, body);
}

const READERS = 'What a reader may rely on: later versions may add events, fields and words. For';

/** The files of `schemas/` as the code says them; a test holds the committed files to this. */
export function publishedSchemas(): readonly PublishedSchema[] {
  return [
    publish('article-1', 'Article', 'An article as it is handed in to Copydesk.', articleSchema),
    publish('amendments-1', 'Amendments', 'What people change about the result of one article, in any order.', amendmentsSchema),
    publish('moderated-article-1', 'Moderated article', 'The cleaned, annotated, scored document.', moderatedArticleSchema),
    publish(
      'log-line-1',
      'Log line',
      'One line of the structured log: which event carries which fields, and no others.',
      logLineSchema,
    ),
    write('log-line-1.reader', 'Log line, for readers', `${READERS} \`COPYDESK_LOG_FORMAT=copydesk\`.`, READER_SCHEMAS.copydesk),
    write('log-line-1.ecs', 'Log line in Elastic Common Schema', `${READERS} \`COPYDESK_LOG_FORMAT=ecs\`.`, READER_SCHEMAS.ecs),
    write('log-line-1.otel', "Log line in OpenTelemetry's form", `${READERS} \`COPYDESK_LOG_FORMAT=otel\`.`, READER_SCHEMAS.otel),
    publish('log-report-1', 'Log report', 'What `copydesk report --format json` says of a log.', logReportSchema),
  ];
}
