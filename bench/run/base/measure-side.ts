/**
 * Times `moderate()` of the sources in a folder beside compromise, and prints the ratio of each round as JSON:
 * `node measure-side.ts FOLDER ROUNDS WARM-UP [article]`.
 */
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { toRatios } from '../../measuring/spread.ts';
import { listSeries, readTexts } from '../article-texts.ts';
import { takeTurns } from '../take-turns.ts';
import { YARDSTICK } from '../yardstick.ts';

type Library = Pick<typeof import('../../../src/index.ts'), 'loadRuleset' | 'moderate'>;

const [folder = '', counted, warmUp, file] = process.argv.slice(2);
const { loadRuleset, moderate }: Library = await import(pathToFileURL(join(folder, 'src/index.ts')).href);
const ruleset = loadRuleset();
const [series] = listSeries(readTexts(file));
const contenders = [{ name: 'moderate()', run: (text: string) => moderate({ id: 'bench', text }, { ruleset }) }, YARDSTICK];
const rounds = { counted: Number(counted), warmUp: Number(warmUp) };
const [ours = [], theirs = []] = await takeTurns(contenders, (round) => series?.textOf(round) ?? '', rounds);
process.stdout.write(JSON.stringify(toRatios(ours, theirs)));
