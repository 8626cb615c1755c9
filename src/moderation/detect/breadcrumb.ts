import type { Detector } from '../model/detector.ts';
import type { DocumentBlock } from '../model/document.ts';

/** UTF-16 code units and words of a step. */
const MAX_LENGTH = 200;
const MAX_STEP_WORDS = 5;
/** Steps without a home page among them; "Before > after" is two. */
const MIN_STEPS = 3;
const BETWEEN = /[>»›→]|\s[/|]\s/u;
const ARROW = /[>»›→]/u;
const HOME =
  /^(?:home|home ?page|main|front ?page|start|startseite|zur startseite|accueil|page d'accueil|inicio|portada|início|página inicial|capa|strona główna|hjem|hem|etusivu|domů|главная)$/iu;

/** The steps of a path through a site; nothing for another line. */
function readSteps(block: DocumentBlock): readonly string[] | undefined {
  if (block.text.length > MAX_LENGTH || block.role === 'title' || block.role === 'code' || block.role === 'quote')
    return undefined;
  const steps = block.text.split(BETWEEN).map((step) => step.trim());
  if (steps.length < 2) return undefined;
  const isPath = steps.every((step, at) => step.length > 0 || at === 0 || at === steps.length - 1);
  return isPath ? steps.filter((step) => step.length > 0) : undefined;
}

/** From the home page, or with arrows between three short steps. The last step may be the title. */
function isBreadcrumb(block: DocumentBlock, isAbove: boolean): boolean {
  const steps = readSteps(block);
  if (!steps) return false;
  if (steps.length >= 2 && HOME.test(steps[0] ?? '')) return true;
  const isShort = steps.slice(0, -1).every((step) => step.split(/\s+/u).length <= MAX_STEP_WORDS);
  return isAbove && isShort && steps.length >= MIN_STEPS && ARROW.test(block.text) && /^\p{L}/u.test(block.text);
}

/** The path to an article above its title or below the story: "Home > News > Local". Within a story it tells where to click. */
export const breadcrumb: Detector = {
  name: 'breadcrumb',
  thresholds: [],
  lists: [],
  detect(document) {
    const title = document.blocks.findIndex((block) => block.role === 'title');
    return document.blocks
      .filter((block) => (block.zone === 'header' || block.index < title) && isBreadcrumb(block, block.index < title))
      .map((block) => ({
        kind: 'boilerplate',
        rule: 'page.breadcrumb@1',
        start: block.start,
        end: block.end,
        confidence: 0.93,
        action: 'removed',
        message: 'the path to the article',
        evidence: { words: block.words, lines_to_title: title - block.index },
      }));
  },
};
