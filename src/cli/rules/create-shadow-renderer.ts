import type { Ruleset } from '../../index.ts';
import type { Article } from '../../moderation/model/article.ts';
import type { Flip } from './compare-results.ts';
import { drawFlip } from './draw-flip.ts';
import type { ShadowFormat } from './shadow-options.ts';
import type { ShadowTally } from './shadow-tally.ts';
import { toFlipRecord } from './to-flip-record.ts';

/** How flips become output, one at a time. */
export interface ShadowRenderer {
  readonly open: string;
  readonly separator: string;
  readonly draw: (flip: Flip, article: Article) => string;
  readonly close: (tally: ShadowTally) => string;
}

export interface ShadowStyle {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
  readonly before: Ruleset;
  readonly after: Ruleset;
}

function renderReport(style: ShadowStyle): ShadowRenderer {
  const same = style.before.version === style.after.version ? 'The two folders hold the same rules.\n' : '';
  return {
    open: '',
    separator: '',
    draw: (flip, article) => drawFlip(flip, article, style),
    close: (tally) => `${same}${tally.describe()}\n`,
  };
}

function renderJson({ before, after }: ShadowStyle): ShadowRenderer {
  const rulesets = `"before": ${JSON.stringify(before.version)}, "after": ${JSON.stringify(after.version)}`;
  return {
    open: `{ ${rulesets}, "articles": [`,
    separator: ',',
    draw: (flip, article) => `\n${JSON.stringify(toFlipRecord(flip, article), null, 2)}`,
    close: (tally) => `\n], "summary": ${JSON.stringify(tally.toRecord())} }\n`,
  };
}

/** The renderer of an output format. */
export function createShadowRenderer(format: ShadowFormat, style: ShadowStyle): ShadowRenderer {
  switch (format) {
    case 'report':
      return renderReport(style);
    case 'json':
      return renderJson(style);
    case 'ndjson':
      return {
        open: '',
        separator: '',
        draw: (flip, article) => `${JSON.stringify(toFlipRecord(flip, article))}\n`,
        close: () => '',
      };
    default:
      return format satisfies never;
  }
}
