import { z } from 'zod';
import type { Amendment } from '../moderation/model/amendment.ts';
import { ENTITY_TYPES } from '../moderation/model/annotation.ts';
import { FINDING_KINDS } from '../moderation/model/finding.ts';
import type { AssertSame } from './assert-same.ts';

const MAX_ID = 200;
const MAX_NAME = 2_000;
const MAX_RULE = 200;
const MAX_CODE = 200;
/** What `moderate` takes; a list or a text beyond that has no effect there, here it is refused. */
const MAX_AMENDMENTS = 10_000;
const MAX_TEXT = 100_000;

const id = z.string().min(1).max(MAX_ID).describe('Names it within its list; the result says under it what became of it.');
const span = {
  start: z.int().min(0).describe('Offset in the original.'),
  end: z.int().min(0).describe('Offset in the original, one past the last code unit.'),
};

const RESTORE = { kind: z.literal('restore'), ...span };
const RESTORES =
  'What was taken out, repaired or moved there stays as the original has it; a finding that reaches beyond it as a whole.';
const REMOVE = { kind: z.literal('remove'), ...span };
const REMOVES = 'What the machine left there goes.';
const REPLACE = { kind: z.literal('replace'), ...span, text: z.string().max(MAX_TEXT) };
const REPLACES = 'What the machine left there becomes the text.';
const RECLASSIFY = {
  kind: z.literal('reclassify'),
  ...span,
  rule: z.string().min(1).max(MAX_RULE),
  to: z.enum([...FINDING_KINDS, 'fine']),
};
const RECLASSIFIES =
  'The finding of the rule on exactly this span is of another kind; "fine": it is wrong, and what it changed is restored.';
const REJECT_NAMED = { kind: z.literal('reject_entity'), name: z.string().min(1).max(MAX_NAME), type: z.enum(ENTITY_TYPES) };
const REJECTS_NAMED = 'The entity of this name and type is none.';
const REJECT_MENTIONED = { kind: z.literal('reject_entity'), ...span };
const REJECTS_MENTIONED = 'The entity that is named on exactly this span is none.';

const REJECT_TOPIC = { kind: z.literal('reject_topic'), code: z.string().min(1).max(MAX_CODE) };
const REJECTS_TOPIC = 'The topic of this code is none of the article.';
const ADD_TOPIC = { kind: z.literal('add_topic'), code: z.string().min(1).max(MAX_CODE) };
const ADDS_TOPIC =
  'The article has the topic of this code, which the machine did not tell: one of IPTC Media Topics (medtop:...), or of the taxonomy that the publisher handed in.';

/** An amendment as it is handed in. Unknown fields are refused; lengths and offsets are in UTF-16 code units. */
const amendmentSchema = z.union([
  z.strictObject({ id, ...RESTORE }).describe(RESTORES),
  z.strictObject({ id, ...REMOVE }).describe(REMOVES),
  z.strictObject({ id, ...REPLACE }).describe(REPLACES),
  z.strictObject({ id, ...RECLASSIFY }).describe(RECLASSIFIES),
  z.strictObject({ id, ...REJECT_NAMED }).describe(REJECTS_NAMED),
  z.strictObject({ id, ...REJECT_MENTIONED }).describe(REJECTS_MENTIONED),
  z.strictObject({ id, ...REJECT_TOPIC }).describe(REJECTS_TOPIC),
  z.strictObject({ id, ...ADD_TOPIC }).describe(ADDS_TOPIC),
]);

/** An amendment without its id, which the desk gives it. */
export const newAmendmentSchema = z.union([
  z.strictObject(RESTORE).describe(RESTORES),
  z.strictObject(REMOVE).describe(REMOVES),
  z.strictObject(REPLACE).describe(REPLACES),
  z.strictObject(RECLASSIFY).describe(RECLASSIFIES),
  z.strictObject(REJECT_NAMED).describe(REJECTS_NAMED),
  z.strictObject(REJECT_MENTIONED).describe(REJECTS_MENTIONED),
  z.strictObject(REJECT_TOPIC).describe(REJECTS_TOPIC),
  z.strictObject(ADD_TOPIC).describe(ADDS_TOPIC),
]);

/** An amendment before it has an id. */
export type NewAmendment = z.infer<typeof newAmendmentSchema>;

/** What people change about the result of one article. */
export const amendmentsSchema = z.array(amendmentSchema).max(MAX_AMENDMENTS);

// Checked by the compiler: schema and type say the same.
true satisfies AssertSame<z.infer<typeof amendmentSchema>, Amendment>;
