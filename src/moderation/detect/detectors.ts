import type { Detector } from '../model/detector.ts';
import { assistantPhrase } from './assistant-phrase.ts';
import { bracketNote } from './bracket-note.ts';
import { breadcrumb } from './breadcrumb.ts';
import { closingNote } from './closing-note.ts';
import { crossArticle } from './cross-article.ts';
import { cutCopy } from './cut-copy.ts';
import { duplicate } from './duplicate.ts';
import { emptyLine } from './empty-line.ts';
import { encodingNotice } from './encoding-notice.ts';
import { entityDebris } from './entity-debris.ts';
import { feedNote } from './feed-note.ts';
import { galleryCounter } from './gallery-counter.ts';
import { garbageToken } from './garbage-token.ts';
import { headerFurniture } from './header-furniture.ts';
import { hiddenCharacters } from './hidden-characters.ts';
import { leftoverLine } from './leftover-line.ts';
import { leftoverText } from './leftover-text.ts';
import { lineLayout } from './line-layout.ts';
import { linkList } from './link-list.ts';
import { mixedScript } from './mixed-script.ts';
import { mojibake } from './mojibake.ts';
import { navigationRun } from './navigation-run.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { phraseRule } from './phrase-rule.ts';
import { promoLine } from './promo-line.ts';
import { pullQuote } from './pull-quote.ts';
import { readAlsoLine } from './read-also-line.ts';
import { recurringInsert } from './recurring-insert.ts';
import { replacementCharacter } from './replacement-character.ts';
import { rightsNotice } from './rights-notice.ts';
import { shareRow } from './share-row.ts';
import { slugLine } from './slug-line.ts';
import { sourceInsert } from './source-insert.ts';
import { sourceLine } from './source-line.ts';
import { spinnerSyntax } from './spinner-syntax.ts';
import { tailFurniture } from './tail-furniture.ts';
import { teaserHeadline } from './teaser-headline.ts';
import { titleEcho } from './title-echo.ts';
import { titleRepeat } from './title-repeat.ts';

/** Every detector there is. Their order changes nothing: overlaps are resolved by the findings themselves. */
export const detectors: readonly Detector[] = [
  sourceLine,
  titleRepeat,
  slugLine,
  garbageToken,
  leftoverLine,
  leftoverText,
  bracketNote,
  entityDebris,
  encodingNotice,
  spinnerSyntax,
  assistantPhrase,
  phraseRule,
  recurringInsert,
  duplicate,
  nearDuplicate,
  pullQuote,
  cutCopy,
  titleEcho,
  headerFurniture,
  tailFurniture,
  linkList,
  teaserHeadline,
  navigationRun,
  galleryCounter,
  readAlsoLine,
  breadcrumb,
  feedNote,
  rightsNotice,
  shareRow,
  emptyLine,
  promoLine,
  hiddenCharacters,
  replacementCharacter,
  mixedScript,
  lineLayout,
  mojibake,
  closingNote,
  crossArticle,
  sourceInsert,
];
