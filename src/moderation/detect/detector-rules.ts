import type { DetectorRule } from '../model/detector.ts';

/** With the name of the detector in `detectors.ts`. */
interface NamedDetectorRule extends DetectorRule {
  readonly detector: string;
}

/** The rules that detectors have in their code, unless a detector states its own. A test holds them to the sources. */
export const detectorRules: readonly NamedDetectorRule[] = [
  {
    id: 'duplicate.all-said@1',
    detector: 'near-duplicate',
    kind: 'duplicate',
    message: 'strings together sentences that all stand in earlier paragraphs',
  },
  {
    id: 'duplicate.cut-copy@1',
    detector: 'cut-copy',
    kind: 'duplicate',
    message: 'the beginning of an earlier paragraph, cut short',
  },
  {
    id: 'duplicate.exact@1',
    detector: 'duplicate',
    kind: 'duplicate',
    message: 'says word for word what an earlier paragraph said',
  },
  {
    id: 'duplicate.near@1',
    detector: 'near-duplicate',
    kind: 'near_duplicate',
    message: 'nearly the words of an earlier paragraph',
  },
  {
    id: 'duplicate.quoted@1',
    detector: 'duplicate',
    kind: 'near_duplicate',
    message: 'a statement that is quoted once and printed once',
  },
  {
    id: 'duplicate.restated@1',
    detector: 'near-duplicate',
    kind: 'near_duplicate',
    message: 'says again what earlier paragraphs said',
  },
  {
    id: 'garbage.random-line@1',
    detector: 'garbage-token',
    kind: 'garbage_token',
    message: 'a random token as a line of its own',
  },
  { id: 'garbage.random-token@1', detector: 'garbage-token', kind: 'garbage_token', message: 'a random token among words' },
  { id: 'garbage.split-line@1', detector: 'garbage-token', kind: 'garbage_token', message: 'a random token split by spaces' },
  {
    id: 'insert.framed-recurring@1',
    detector: 'recurring-insert',
    kind: 'spam_insert',
    message: 'a line framed by symbols that returns between paragraphs',
  },
  {
    id: 'insert.recurring@1',
    detector: 'recurring-insert',
    kind: 'spam_insert',
    message: 'a short line that returns between paragraphs',
  },
  { id: 'leftover.comment-line@1', detector: 'leftover-line', kind: 'leftover', message: 'a comment of the page' },
  { id: 'leftover.entities-line@1', detector: 'leftover-line', kind: 'leftover', message: 'remains of entities' },
  { id: 'leftover.script-line@1', detector: 'leftover-line', kind: 'leftover', message: 'a line of a script' },
  { id: 'leftover.shortcode-line@1', detector: 'leftover-line', kind: 'leftover', message: 'a shortcode that was not replaced' },
  {
    id: 'leftover.spinner@1',
    detector: 'leftover-line',
    kind: 'leftover',
    message: 'wordings that a text spinner left to choose from',
  },
  { id: 'leftover.style-line@1', detector: 'leftover-line', kind: 'leftover', message: 'a line of a style sheet' },
  { id: 'leftover.template-line@1', detector: 'leftover-line', kind: 'leftover', message: 'a placeholder of a template' },
  { id: 'leftover.value-line@1', detector: 'leftover-line', kind: 'leftover', message: 'a value of a program that has none' },
  { id: 'page.empty-line@1', detector: 'empty-line', kind: 'boilerplate', message: 'a line with nothing to read' },
  {
    id: 'page.gallery-counter@1',
    detector: 'gallery-counter',
    kind: 'boilerplate',
    message: 'the number of a picture in a gallery',
  },
  { id: 'page.header-line@1', detector: 'header-furniture', kind: 'boilerplate', message: 'a line of the page above the story' },
  { id: 'page.link-list@1', detector: 'link-list', kind: 'boilerplate', message: 'a link in a list of other articles' },
  {
    id: 'page.navigation-run@1',
    detector: 'navigation-run',
    kind: 'boilerplate',
    message: 'one of several labels of a page in a row',
  },
  { id: 'page.read-also-line@1', detector: 'read-also-line', kind: 'boilerplate', message: 'a link to another article' },
  { id: 'page.tail-line@1', detector: 'tail-furniture', kind: 'boilerplate', message: 'a line of the page below the story' },
  { id: 'page.tail-link@1', detector: 'tail-furniture', kind: 'boilerplate', message: 'a link in a list below the story' },
  {
    id: 'promo.line@1',
    detector: 'promo-line',
    kind: 'spam_insert',
    message: 'an advert: offer, call, code, link or terms together',
  },
  { id: 'slug.line@1', detector: 'slug-line', kind: 'slug_line', message: 'the address of the article as a line of text' },
  { id: 'source.byline@1', detector: 'source-line', kind: 'boilerplate', message: 'byline or dateline, kept as metadata' },
  { id: 'source.site-name@1', detector: 'source-line', kind: 'boilerplate', message: 'the name of the site, kept as metadata' },
  { id: 'title.repeat@1', detector: 'title-repeat', kind: 'title_repeat', message: 'the title once more' },
  { id: 'title.shortened@1', detector: 'title-echo', kind: 'title_repeat', message: 'most words of the title once more' },
  {
    id: 'title.with-section@1',
    detector: 'title-echo',
    kind: 'title_repeat',
    message: 'the title once more, with the name of a section',
  },
];
