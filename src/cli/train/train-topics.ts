import { type LearnedTaxonomy, learnTaxonomy, loadRuleset } from '../../index.ts';
import { createProgress } from '../check/create-progress.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { drawTable } from '../eval/draw-table.ts';
import { parseFlags } from '../parse-flags.ts';
import { writeOut } from '../write-out.ts';
import { writeWhole } from '../write-whole.ts';
import { drawTaxonomy } from './draw-taxonomy.ts';
import { type LabelledArticles, readLabelledArticles } from './read-labelled-articles.ts';

/** Articles of a topic without which its words would be chance. */
const MIN_ARTICLES = 5;
const HELP = 'copydesk train topics --help';

function readOptions(args: readonly string[]): { readonly data: string; readonly out: string } {
  const { values, positionals } = parseFlags('train topics', args, { data: { type: 'string' }, out: { type: 'string' } });
  const [surplus] = positionals;
  if (surplus !== undefined) throw new CliError(`${surplus} is too many (see ${HELP})`, EXIT.usage);
  if (!values.data) throw new CliError(`--data names the labelled articles (see ${HELP})`, EXIT.usage);
  if (!values.out) throw new CliError(`--out names the file to write (see ${HELP})`, EXIT.usage);
  return { data: values.data, out: values.out };
}

function refuseFew({ articles, labels }: LabelledArticles, path: string): void {
  if (labels.size < 2) throw new CliError(`${path} has ${labels.size} topics; two are needed to tell them apart`, EXIT.data);
  for (const code of labels.keys()) {
    const count = articles.filter(({ codes }) => codes.includes(code)).length;
    if (count < MIN_ARTICLES)
      throw new CliError(`${path}: the topic "${code}" has ${count} articles; ${MIN_ARTICLES} are needed`, EXIT.data);
  }
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function drawFigures({ heldOut, concepts }: LearnedTaxonomy): string {
  const { articles, firstRight, none, topics } = heldOut;
  const rows = topics.map(({ code, tp, fp, fn }) => {
    const [precision, recall] = [share(tp, tp + fp), share(tp, tp + fn)];
    const f1 = share(2 * tp, 2 * tp + fp + fn);
    return { name: code, figures: { tp, fp, fn, precision, recall, f1 } };
  });
  const all = {
    name: 'first topic',
    figures: { items: articles, right: firstRight, accuracy: share(firstRight, articles), noTopic: none },
  };
  const terms = concepts.map(({ code, terms: own }) => ({ name: code, figures: { items: own.length } }));
  return [
    drawTable({ name: 'first', title: 'articles held out: a right topic first', rows: [all] }),
    drawTable({ name: 'topics', title: 'articles held out: topics told', rows }),
    drawTable({ name: 'terms', title: 'terms learned from all articles', rows: terms }),
  ].join('\n');
}

/** `copydesk train topics`. Throws `CliError` on misuse and for data that is missing or bad. */
export async function trainTopics(args: readonly string[], terminal: Terminal): Promise<number> {
  const { data, out } = readOptions(args);
  const labelled = readLabelledArticles(data);
  refuseFew(labelled, data);
  const progress = createProgress(terminal.stderr, terminal.isStderrTty);
  const learned = learnTaxonomy(labelled.articles, labelled.labels, {
    thresholds: loadRuleset().thresholds,
    onProgress: (done, total, name) => progress.show(done, total, name, 0),
  });
  progress.clear();
  const title = `Topics learned by copydesk train topics from ${labelled.articles.length} articles.`;
  await writeWhole(drawTaxonomy(title, learned.concepts), out, terminal);
  await writeOut(terminal.stdout, drawFigures(learned));
  return 0;
}
