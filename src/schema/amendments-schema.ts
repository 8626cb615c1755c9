import { z } from 'zod';
import type { Amendment } from '../moderation/model/amendment.ts';
import { ENTITY_TYPES } from '../moderation/model/annotation.ts';
import { FINDING_KINDS } from '../moderation/model/finding.ts';
import type { AssertSame } from './assert-same.ts';

const MAX_ID = 200;
const MAX_NAME = 2_000;
const MAX_RULE = 200;
/** What `moderate` takes; a list or a text beyond that has no effect there, here it is refused. */
const MAX_AMENDMENTS = 10_000;
const MAX_TEXT = 100_000;

const id = z.string().min(1).max(MAX_ID).describe('Names it within its list; the result says under it what became of it.');
const span = {
  start: z.int().min(0).describe('Offset in the original.'),
  end: z.int().min(0).describe('Offset in the original, one past the last code unit.'),
};

/** An amendment as it is handed in. Unknown fields are refused; lengths and offsets are in UTF-16 code units. */
const amendmentSchema = z.union([
  z
    .strictObject({ id, kind: z.literal('restore'), ...span })
    .describe(
      'What was taken out, repaired or moved there stays as the original has it; a finding that reaches beyond it as a whole.',
    ),
  z.strictObject({ id, kind: z.literal('remove'), ...span }).describe('What the machine left there goes.'),
  z
    .strictObject({ id, kind: z.literal('replace'), ...span, text: z.string().max(MAX_TEXT) })
    .describe('What the machine left there becomes the text.'),
  z
    .strictObject({
      id,
      kind: z.literal('reclassify'),
      ...span,
      rule: z.string().min(1).max(MAX_RULE),
      to: z.enum([...FINDING_KINDS, 'fine']),
    })
    .describe(
      'The finding of the rule on exactly this span is of another kind; "fine": it is wrong, and what it changed is restored.',
    ),
  z
    .strictObject({ id, kind: z.literal('reject_entity'), name: z.string().min(1).max(MAX_NAME), type: z.enum(ENTITY_TYPES) })
    .describe('The entity of this name and type is none.'),
  z
    .strictObject({ id, kind: z.literal('reject_entity'), ...span })
    .describe('The entity that is named on exactly this span is none.'),
]);

/** What people change about the result of one article. */
export const amendmentsSchema = z.array(amendmentSchema).max(MAX_AMENDMENTS);

// Checked by the compiler: schema and type say the same.
true satisfies AssertSame<z.infer<typeof amendmentSchema>, Amendment>;
