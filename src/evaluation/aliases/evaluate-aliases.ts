import { prepareSentences } from '../../training/entities/prepare-sentences.ts';
import { trainRecogniser } from '../../training/entities/train-recogniser.ts';
import { readTrainingTexts } from '../entities/read-training-texts.ts';
import type { Evaluation, Row, Table } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { GUM_FILE } from '../gum/gum-file.ts';
import { judgeDocument } from './judge-document.ts';
import type { GroupedMentions, Groups, JudgedDocument } from './judged-document.ts';
import { linkByString } from './link-by-string.ts';
import { listWrongLinks } from './list-wrong-links.ts';
import { readGumDocuments } from './read-gum-documents.ts';
import { toAliasRow, toLinkRow } from './to-link-row.ts';

/** What `readTrainingTexts` calls these documents. */
const CORPUS = 'gum';

const byString = ({ mentions }: GroupedMentions): GroupedMentions => ({ mentions, groups: linkByString(mentions) });

/** The mentions alone that were found. */
function keepFound({ mentions, groups }: GroupedMentions): GroupedMentions {
  const isFound = (_: unknown, at: number): boolean => groups[at] !== undefined;
  return { mentions: mentions.filter(isFound), groups: groups.filter(isFound) };
}

function tabulateGiven(judged: readonly JudgedDocument[]): Table {
  const given = judged.map(({ mentions, linked }) => ({ mentions, groups: linked }));
  return {
    name: 'given',
    title: 'pairs of names of one thing in one document, names and types given',
    rows: [
      toLinkRow('copydesk', given),
      toLinkRow('same string', given.map(byString)),
      toAliasRow('copydesk, pairs written differently', given),
    ],
  };
}

/** The same without our choice of names, as the lists behind it were written with these documents at hand. */
function tabulateUnfiltered(judged: readonly JudgedDocument[]): Table {
  const trimmed = judged.map((document) => document.trimmed);
  const capital = judged.map((document) => document.capital);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const kept = sum(judged.map(({ mentions }) => mentions.length));
  const cut = sum(trimmed.map(({ mentions }) => mentions.length));
  const all = sum(judged.map(({ capitals }) => capitals));
  return {
    name: 'unfiltered',
    title: `the same without our choice of names: "given" keeps ${kept} of ${cut} when titles and ordinary words count, of ${all} mentions with a capital in all`,
    rows: [
      toLinkRow('copydesk, titles and ordinary words too', trimmed),
      toLinkRow('same string, titles and ordinary words too', trimmed.map(byString)),
      toLinkRow('copydesk, every mention with a capital, whole', capital),
      toLinkRow('same string, every mention with a capital, whole', capital.map(byString)),
    ],
  };
}

function toFoundTable(name: string, recogniser: string, all: readonly GroupedMentions[]): Table {
  const found = all.map(keepFound);
  return {
    name,
    title: `pairs of names of one thing in one document, from the text alone (compromise links no names); ${recogniser}`,
    rows: [
      toLinkRow('copydesk, names it finds', found),
      toLinkRow('same string, names copydesk finds', found.map(byString)),
      toAliasRow('copydesk, pairs written differently', found),
      toLinkRow('copydesk, all names', all),
    ],
  };
}

function tabulateFound(judged: readonly JudgedDocument[]): Table {
  const all = judged.map(({ mentions, unseen }) => ({ mentions, groups: unseen }));
  return toFoundTable('found', 'by a model trained here without them', all);
}

function tabulateShipped(judged: readonly JudgedDocument[]): Table {
  const all = judged.map(({ mentions, shipped }) => ({ mentions, groups: shipped }));
  return toFoundTable('shipped', 'by the shipped model, which was trained on their names', all);
}

function tabulateCoverage(judged: readonly JudgedDocument[]): Table {
  const toRow = (name: string, groups: Groups): Row => {
    return { name, figures: { right: groups.filter((group) => group !== undefined).length, of: groups.length } };
  };
  return {
    name: 'coverage',
    title: 'names of the data that are found with the same ends',
    rows: [
      toRow(
        'a model trained here without them',
        judged.flatMap(({ unseen }) => unseen),
      ),
      toRow(
        'the shipped model',
        judged.flatMap(({ shipped }) => shipped),
      ),
    ],
  };
}

function tabulateSalience(judged: readonly JudgedDocument[]): Table {
  const toRow = (name: string, answers: readonly (boolean | undefined)[]): Row => {
    const known = answers.filter((answer) => answer !== undefined);
    return { name, figures: { right: known.filter((answer) => answer).length, of: known.length } };
  };
  return {
    name: 'salience',
    title: 'documents whose first entity is the one that is mentioned most often, by pronouns and descriptions as well',
    rows: [
      toRow(
        'most salient',
        judged.map(({ isMainFirst }) => isMainFirst),
      ),
      toRow(
        'named first',
        judged.map(({ isFirstMain }) => isFirstMain),
      ),
    ],
  };
}

const TABLES = [tabulateGiven, tabulateUnfiltered, tabulateFound, tabulateShipped, tabulateCoverage, tabulateSalience];

/** Links among names of one document against GUM, with equal strings as baseline; compromise has no links to compare. Throws `DataError`. */
export function evaluateAliases({ folder, onProgress }: EvaluationContext): Evaluation {
  const documents = readGumDocuments(folder);
  const sentences = readTrainingTexts(folder, [CORPUS]).flatMap((texts) => prepareSentences(texts));
  const { recognise } = trainRecogniser(sentences, (done, total) => onProgress(done, total, `training without ${CORPUS}`));
  const judged = documents.map((document, at) => {
    onProgress(at, documents.length, GUM_FILE);
    return judgeDocument(document, recognise);
  });
  return {
    tables: TABLES.map((tabulate) => tabulate(judged)),
    wrong: judged.flatMap(({ line, mentions, linked }) => listWrongLinks(line, mentions, linked)),
  };
}
