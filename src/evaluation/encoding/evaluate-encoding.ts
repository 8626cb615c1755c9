import { divide } from '../divide.ts';
import type { Evaluation, Row, Table, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { groupBy } from '../group-by.ts';
import { judgeDocuments } from './judge-documents.ts';
import { loadFtfy } from './load-ftfy.ts';
import { MANGLED_AS, mangle } from './mangle.ts';
import { type EncodingCase, readCases } from './read-cases.ts';
import { type Paragraph, readParagraphs } from './read-paragraphs.ts';
import { repairWithCopydesk } from './repair-with-copydesk.ts';
import type { Repairer } from './repairer.ts';

const NEGATIVES = 'encoding/negative.json';
const BEYOND_ASCII = /[^\0-\x7f]/u;

type Groups = readonly (readonly [string, readonly EncodingCase[]])[];

function groupCases(cases: readonly EncodingCase[]): Groups {
  const expected = cases.filter(({ isExpected }) => isExpected);
  return [
    ['all that are expected to pass', expected],
    ['negatives, to be left as they are', cases.filter(({ file }) => file === NEGATIVES)],
    ...groupBy(expected, ({ file }) => file),
    ['known failures', cases.filter(({ isExpected }) => !isExpected)],
  ];
}

function caseRow(name: string, cases: readonly EncodingCase[], { repair }: Repairer): Row {
  const right = cases.filter(({ original, wanted }) => repair(original) === wanted).length;
  return { name, figures: { right, of: cases.length } };
}

function caseTable(cases: readonly EncodingCase[], repairers: readonly Repairer[], note: string): Table {
  const rows = repairers.flatMap((repairer) =>
    groupCases(cases).map(([name, group]) => caseRow(`${repairer.name}: ${name}`, group, repairer)),
  );
  return { name: 'cases', title: `labelled cases${note}`, rows };
}

function wrongCases(cases: readonly EncodingCase[], { repair }: Repairer): readonly WrongItem[] {
  return cases.flatMap(({ file, line, label, original, wanted, isExpected }) => {
    const text = repair(original);
    if (text === wanted) return [];
    const outcome = isExpected ? 'not as expected' : 'known failure';
    return [{ file, line, label, outcome, text: original, rule: null, evidence: text }];
  });
}

interface Judged {
  readonly paragraph: Paragraph;
  readonly encoding: string;
  readonly isRestored: boolean;
}

function judgeParagraphs(paragraphs: readonly Paragraph[], { repair }: Repairer, context: EvaluationContext): readonly Judged[] {
  return MANGLED_AS.flatMap((encoding) =>
    paragraphs.map((paragraph, at) => {
      context.onProgress(at, paragraphs.length, `read as ${encoding}`);
      return { paragraph, encoding, isRestored: repair(mangle(paragraph.text, encoding)) === paragraph.text };
    }),
  );
}

function restoredRows({ name }: Repairer, judged: readonly Judged[]): readonly Row[] {
  return groupBy(judged, ({ encoding }) => encoding).map(([encoding, items]) => {
    const right = items.filter(({ isRestored }) => isRestored).length;
    return { name: `${name}: ${encoding}`, figures: { right, of: items.length, restored: divide(right, items.length) } };
  });
}

const isChanged =
  ({ repair }: Repairer) =>
  ({ text }: Paragraph): boolean =>
    repair(text) !== text;

function cleanRows(paragraphs: readonly Paragraph[], repairer: Repairer): readonly Row[] {
  const groups = [...groupBy(paragraphs, ({ source }) => source), ['all', paragraphs] as const];
  return groups.map(([source, items]) => {
    const beyond = items.filter(({ text }) => BEYOND_ASCII.test(text));
    const changed = items.filter(isChanged(repairer)).length;
    return { name: `${repairer.name}: ${source}`, figures: { items: items.length, beyondAscii: beyond.length, changed } };
  });
}

function wrongParagraphs(paragraphs: readonly Paragraph[], repairer: Repairer): readonly WrongItem[] {
  return paragraphs.filter(isChanged(repairer)).map(({ file, line, source, text }) => {
    return { file, line, label: source, outcome: 'clean, but changed', text, rule: null, evidence: repairer.repair(text) };
  });
}

function wrongRestorations(judged: readonly Judged[], { repair }: Repairer): readonly WrongItem[] {
  const lost = judged.filter(({ isRestored }) => !isRestored);
  return lost.map(({ paragraph: { file, line, text }, encoding }) => {
    const mangled = mangle(text, encoding);
    return { file, line, label: encoding, outcome: 'not restored', text: mangled, rule: null, evidence: repair(mangled) };
  });
}

/**
 * Mojibake: the cases of `encoding/`, clean paragraphs as they are and with their UTF-8 read as other encodings, and whole
 * articles with one damaged paragraph; `fix_encoding` of ftfy-js beside ours where it is installed. Throws `DataError`.
 */
export async function evaluateEncoding(context: EvaluationContext): Promise<Evaluation> {
  const ours = repairWithCopydesk(context.ruleset);
  const ftfy = await loadFtfy();
  const repairers = [ours, ...(ftfy ? [ftfy] : [])];
  const note = ftfy ? '' : ' (ftfy-js is not installed: no baseline)';
  const cases = readCases(context.folder);
  const paragraphs = readParagraphs(context.folder);
  const prose = paragraphs.filter(({ text, isProse }) => isProse && BEYOND_ASCII.test(text));
  const judged = repairers.map((repairer) => ({ repairer, items: judgeParagraphs(prose, repairer, context) }));
  const documents = judgeDocuments(context);
  return {
    tables: [
      caseTable(cases, repairers, note),
      {
        name: 'restored',
        title: `paragraphs beyond ASCII, their UTF-8 read as${note}`,
        rows: judged.flatMap(({ repairer, items }) => restoredRows(repairer, items)),
      },
      {
        name: 'clean',
        title: `clean paragraphs: each that is changed is an error${note}`,
        rows: repairers.flatMap((repairer) => cleanRows(paragraphs, repairer)),
      },
      ...documents.tables,
    ],
    wrong: [
      ...wrongCases(cases, ours),
      ...wrongParagraphs(paragraphs, ours),
      ...documents.wrong,
      ...wrongRestorations(judged[0]?.items ?? [], ours),
    ],
  };
}
