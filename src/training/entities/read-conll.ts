import { ENTITY_TYPES, type EntityType } from '../../moderation/model/annotation.ts';
import type { MarkedName, MarkedText } from './marked-text.ts';
import { TrainingDataError } from './training-data-error.ts';

/** Names of types in common use, in capitals. */
const TYPES: Readonly<Record<string, EntityType>> = {
  PER: 'PER',
  PERSON: 'PER',
  LOC: 'LOC',
  LOCATION: 'LOC',
  GPE: 'LOC',
  ORG: 'ORG',
  ORGANIZATION: 'ORG',
  ORGANISATION: 'ORG',
  MISC: 'MISC',
};
const TAG = /^([BILEMSU])-([\p{L}_]{1,40})$/u;
/** Tags of a name's first word; of one that stands alone. */
const OPENING = /[BSU]/u;
const DOCUMENT_START = '-DOCSTART-';
const COLUMNS = /[ \t]+/u;
const ATTACHED_BEFORE = /^(?:[.,;:?!%)\]}’”]|'s|’s|n't|n’t)$/u;
const ATTACHED_AFTER = /^[([{“‘$£€#]$/u;

interface TaggedToken {
  readonly token: string;
  /** Type of the name that the token stands in; none outside of names. */
  readonly type: EntityType | undefined;
  readonly opens: boolean;
}

function parseTag(tag: string, line: string): Pick<TaggedToken, 'type' | 'opens'> {
  if (tag === 'O') return { type: undefined, opens: false };
  const [, place, name] = TAG.exec(tag) ?? [];
  if (!place || !name) throw new TrainingDataError(`${line}: "${tag}" is no tag; expected O, or B-TYPE and I-TYPE`);
  const type = TYPES[name.toUpperCase()];
  if (!type) throw new TrainingDataError(`${line}: "${name}" is no type; expected ${ENTITY_TYPES.join(', ')}`);
  return { type, opens: OPENING.test(place) };
}

function parseLine(line: string, place: string): TaggedToken {
  const columns = line.trim().split(COLUMNS);
  const [token, tag] = [columns[0], columns.at(-1)];
  if (columns.length < 2 || !token || !tag)
    throw new TrainingDataError(`${place}: expected a token and its tag, found "${line.trim()}"`);
  return { token, ...parseTag(tag, place) };
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

/** True for a comment: a line that begins with "# " and is no token "#" with its tag. */
const isComment = (line: string): boolean => line.startsWith('# ') && !/^#[ \t]+(?:O|[BILEMSU]-\S+)$/u.test(line.trim());

/**
 * The sentences of a file in CoNLL format: a token a line, its tag in the last column (BIO, IOB, BILOU or IOBES), a blank line after each
 * sentence. Comments and document marks are passed over. Throws `TrainingDataError` that names `file` and the line.
 */
export function readConll(content: string, file: string): readonly MarkedText[] {
  const sentences: MarkedText[] = [];
  let tokens: TaggedToken[] = [];
  const close = (): void => {
    if (tokens.length > 0) sentences.push(joinTokens(tokens));
    tokens = [];
  };
  for (const [row, line] of content.split(/\r?\n/u).entries()) {
    if (line.trim() === '' || line.startsWith(DOCUMENT_START)) close();
    else if (!isComment(line)) tokens.push(parseLine(line, `${file}:${row + 1}`));
  }
  close();
  return sentences;
}
