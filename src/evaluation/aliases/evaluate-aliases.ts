import type { Evaluation, Row, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { GUM_FILE } from '../gum/gum-file.ts';
import { type Counts, scoreCounts } from '../score-counts.ts';
import { annotateWithCopydesk } from './annotate-with-copydesk.ts';
import { countLinks } from './count-links.ts';
import type { GumDocument } from './gum-document.ts';
import { linkByString } from './link-by-string.ts';
import { linkWithCopydesk } from './link-with-copydesk.ts';
import { listNameMentions } from './list-name-mentions.ts';
import { listWrongLinks } from './list-wrong-links.ts';
import type { NameMention } from './name-mention.ts';
import { readGumDocuments } from './read-gum-documents.ts';

type Groups = readonly (string | undefined)[];

/** The names of a document with the groups that each system puts them in. */
interface JudgedDocument {
  readonly line: number;
  readonly mentions: readonly NameMention[];
  readonly linked: Groups;
  readonly annotated: Groups;
}

function judge(document: GumDocument): JudgedDocument {
  const { line, text } = document;
  const mentions = listNameMentions(document);
  return { line, mentions, linked: linkWithCopydesk(text, mentions), annotated: annotateWithCopydesk(text, mentions) };
}

interface Labels {
  readonly gold: readonly string[];
  readonly found: Groups;
}

function toRow(name: string, labels: readonly Labels[]): Row {
  const sum: { -readonly [Key in keyof Counts]: number } = { tp: 0, fp: 0, fn: 0 };
  for (const { gold, found } of labels) {
    const { tp, fp, fn } = countLinks(gold, found);
    sum.tp += tp;
    sum.fp += fp;
    sum.fn += fn;
  }
  return { name, figures: { items: labels.reduce((count, { gold }) => count + gold.length, 0), ...scoreCounts(sum) } };
}

const clustersOf = (mentions: readonly NameMention[]): readonly string[] => mentions.map(({ cluster }) => cluster);

/** Groups of those mentions alone that `annotate` found. */
function keepFound({ mentions, annotated }: JudgedDocument): { readonly names: readonly NameMention[]; readonly found: Groups } {
  const isFound = (_: unknown, at: number): boolean => annotated[at] !== undefined;
  return { names: mentions.filter(isFound), found: annotated.filter(isFound) };
}

function tabulate(judged: readonly JudgedDocument[]): Evaluation['tables'] {
  const aligned = judged.map(keepFound);
  const given = [
    toRow(
      'copydesk',
      judged.map(({ mentions, linked }) => ({ gold: clustersOf(mentions), found: linked })),
    ),
    toRow(
      'same string',
      judged.map(({ mentions }) => ({ gold: clustersOf(mentions), found: linkByString(mentions) })),
    ),
  ];
  const found = [
    toRow(
      'copydesk, names it finds',
      aligned.map(({ names, found }) => ({ gold: clustersOf(names), found })),
    ),
    toRow(
      'same string, names copydesk finds',
      aligned.map(({ names }) => ({ gold: clustersOf(names), found: linkByString(names) })),
    ),
    toRow(
      'copydesk, all names',
      judged.map(({ mentions, annotated }) => ({ gold: clustersOf(mentions), found: annotated })),
    ),
  ];
  const [all, covered] = [judged, aligned].map((rows) =>
    rows.reduce((sum, row) => sum + ('names' in row ? row.names : row.mentions).length, 0),
  );
  return [
    { name: 'given', title: 'pairs of names of one thing in one document, names and types given', rows: given },
    {
      name: 'found',
      title: 'pairs of names of one thing in one document, from the text alone (compromise links no names)',
      rows: found,
    },
    {
      name: 'coverage',
      title: 'names of the data that are found with the same ends',
      rows: [{ name: 'copydesk', figures: { right: covered ?? 0, of: all ?? 0 } }],
    },
  ];
}

/** Links among names of one document against GUM, with equal strings as baseline; compromise has no links to compare. Throws `DataError`. */
export function evaluateAliases({ folder, onProgress }: EvaluationContext): Evaluation {
  const documents = readGumDocuments(folder);
  const judged = documents.map((document, at) => {
    onProgress(at, documents.length, GUM_FILE);
    return judge(document);
  });
  const wrong: readonly WrongItem[] = judged.flatMap(({ line, mentions, linked }) => listWrongLinks(line, mentions, linked));
  return { tables: tabulate(judged), wrong };
}
