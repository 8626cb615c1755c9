import { ENTITY_TYPES, type EntityType } from '../../moderation/model/annotation.ts';
import { findLabelType } from '../../recognisers/find-label-type.ts';
import { chooseConllCells } from './choose-conll-cells.ts';
import type { MarkedName, MarkedText } from './marked-text.ts';
import { quoteStart } from './quote-start.ts';
import { splitConll } from './split-conll.ts';
import { TrainingDataError } from './training-data-error.ts';

const TAG = /^([BILEMSU])-([\p{L}\p{N}_-]{1,40})$/u;
/** Tags of a name's first word; of one that stands alone. */
const OPENING = /[BSU]/u;
const ATTACHED_BEFORE = /^(?:[.,;:?!%)\]}’”]|'s|’s|n't|n’t)$/u;
const ATTACHED_AFTER = /^[([{“‘$£€#]$/u;

interface TaggedToken {
  readonly token: string;
  /** Type of the name that the token stands in; none outside of names. */
  readonly type: EntityType | undefined;
  readonly opens: boolean;
}

/** Values, such as dates, are no names. */
function parseTag(tag: string, place: string): Pick<TaggedToken, 'type' | 'opens'> {
  if (tag === 'O') return { type: undefined, opens: false };
  const [, part, name] = TAG.exec(tag) ?? [];
  if (!part || !name) {
    throw new TrainingDataError(`${place}: ${quoteStart(tag)} is no tag; expected O, or B-TYPE and I-TYPE`);
  }
  const type = findLabelType(name);
  if (type === undefined) throw new TrainingDataError(`${place}: "${name}" is no type; expected ${ENTITY_TYPES.join(', ')}`);
  return { type: type ?? undefined, opens: type !== null && OPENING.test(part) };
}

/** Tokens as running text; a token that goes on with a name of its type belongs to it. */
function joinTokens(tokens: readonly TaggedToken[]): MarkedText {
  const names: MarkedName[] = [];
  let text = '';
  for (const [at, { token, type, opens }] of tokens.entries()) {
    const before = tokens[at - 1];
    const isAttached = !before || ATTACHED_BEFORE.test(token) || ATTACHED_AFTER.test(before.token);
    text += isAttached ? token : ` ${token}`;
    const last = names.at(-1);
    const start = text.length - token.length;
    if (type && last && !opens && before?.type === type) names[names.length - 1] = { ...last, end: text.length };
    else if (type) names.push({ type, start, end: text.length });
  }
  return { text, names, unmarked: 'nothing' };
}

/**
 * The sentences of a file in CoNLL format: a token a line, first or after a count of the words; its tag (BIO, IOB, BILOU or IOBES) in the
 * last column that holds tags; a blank line after each sentence. Throws `TrainingDataError` that names `file` and the line.
 */
export function readConll(content: string, file: string): readonly MarkedText[] {
  return chooseConllCells(splitConll(content, file), file).map((words) =>
    joinTokens(words.map(({ line, token, tag }) => ({ token, ...parseTag(tag, `${file}:${line}`) }))),
  );
}
