import type { LineFields } from './line-fields.ts';

/** Characters of an id. */
const NAME = 256;

/** Which article a line is about, and which try at it. */
export function readAbout(fields: LineFields) {
  const tenant = fields.text('tenant', NAME);
  const id = fields.text('article_id', NAME);
  const revision = fields.count('revision', 1);
  const run = fields.count('run', 1);
  const attempt = fields.count('attempt');
  return { article: `${tenant}\n${id}\n${revision}`, run, attempt, source: fields.textIfAny('source') ?? '' };
}
