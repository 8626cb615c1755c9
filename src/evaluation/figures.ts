/** How a figure is shown: its column, and digits behind the point. */
interface FigureDisplay {
  readonly heading: string;
  readonly digits: number;
}

const count = (heading: string): FigureDisplay => ({ heading, digits: 0 });
const share = (heading: string): FigureDisplay => ({ heading, digits: 4 });

/** Every figure an evaluation may give. Shares are 0 to 1; characters are UTF-16 code units that are not white space. */
export const FIGURES = {
  passed: count('passed'),
  right: count('right'),
  of: count('of'),
  articles: count('articles'),
  pages: count('pages'),
  words: count('words'),
  characters: count('characters'),
  items: count('items'),
  tp: count('tp'),
  fp: count('fp'),
  fn: count('fn'),
  tn: count('tn'),
  precision: share('precision'),
  recall: share('recall'),
  f1: share('F1'),
  accuracy: share('accuracy'),
  pagesEmpty: count('pages empty'),
  pagesFailed: count('pages failed'),
  pagesExact: count('pages exact'),
  charactersExact: count('chars exact'),
  exactShare: { heading: 'exact share', digits: 6 },
  cpuMedian: { heading: 'CPU ms, median', digits: 2 },
  cpuTotal: { heading: 'CPU ms, total', digits: 0 },
  cpuRatioMedian: { heading: 'CPU ratio, median', digits: 3 },
  cpuRatioTotal: { heading: 'CPU ratio, total', digits: 3 },
  asWorld: count('World'),
  asSports: count('Sports'),
  asBusiness: count('Business'),
  asScience: count('Sci/Tech'),
  noTopic: count('no topic'),
  flagRate: share('flag rate'),
  headlinesLost: count('headlines lost'),
  headingsLost: count('headings lost'),
  bodyLost: count('body lost'),
  bodyLostShare: share('body lost share'),
  metaLost: count('meta lost'),
  sentencesLost: count('sentences lost'),
  garbageFlags: count('garbage flags'),
  removals: count('removals'),
  flags: count('flags'),
  below90: count('score < 90'),
  lowestScore: { heading: 'lowest score', digits: 2 },
  falseRemovalsPer10kWords: { heading: 'false/10k words', digits: 2 },
  beyondAscii: count('beyond ASCII'),
  changed: count('changed'),
  restored: share('restored'),
  charactersLost: count('chars lost'),
  charactersLostShare: { heading: 'chars lost share', digits: 6 },
} as const satisfies Readonly<Record<string, FigureDisplay>>;

export type FigureName = keyof typeof FIGURES;
