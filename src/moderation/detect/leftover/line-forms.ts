/** A kind of remnant and what it looks like. */
export interface RemnantForm {
  readonly name: string;
  readonly message: string;
  readonly shows: RegExp;
  /** Stands in every text that shows it: a look for it is cheaper than the pattern. */
  readonly needs?: string;
}

/** Remnants that are a whole line by themselves. Tried in order. */
export const LINE_FORMS: readonly RemnantForm[] = [
  {
    name: 'value',
    message: 'a value of a program that has none',
    shows:
      /^(?:undefined|NaN|null|NULL|\(null\)|\[object [A-Z][A-Za-z]{1,20}\]|Invalid Date|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!))(?:[ ,|/:·–-]{1,3}(?:undefined|NaN|null|NULL|\(null\)|\[object [A-Z][A-Za-z]{1,20}\]|Invalid Date|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!))){0,20}[.,;]?$/u,
  },
  {
    name: 'style',
    message: 'a line of a style sheet',
    shows: /^@(?:media|import|font-face|keyframes|charset|supports|-webkit-keyframes)[ {(].{0,2000}[;{}]$/u,
  },
  {
    name: 'style',
    message: 'a line of a style sheet',
    needs: '{',
    shows:
      /^[.#*:@]?[A-Za-z][\w.#:-]{0,60}[^{}]{0,200}\{[^{}]{0,600}[a-z-]{3,30}\s?:\s?[^{};]{1,80}(?:;[^{}]{0,600}|\s?)\}[^\p{L}]{0,8}/u,
  },
  {
    name: 'style',
    message: 'a line of a style sheet',
    shows:
      /^(?:color|margin|padding|font|display|width|height|max|min|background|border|position|float|line-height|letter-spacing|text|vertical-align|overflow|opacity|visibility|cursor|list-style|z-index|box|transition|transform|flex|align|justify|grid|outline|clear|content|white-space|top|left|right|bottom)(?:-[a-z-]{2,20})?\s?:\s?[^;{}]{1,80};$/u,
  },
  { name: 'script', message: 'a line of a script', shows: /^(?:var|let|const) [\w$]{1,40} ?= ?[^=].{0,2000}[;{[(,})\]]$/u },
  {
    name: 'script',
    message: 'a line of a script',
    shows:
      /^\(?(?:window|document|googletag|dataLayer|_gaq|_paq|jQuery|\$|fbq|gtag|ga|__tcfapi|console|adsbygoogle|twttr|FB|OneSignal|Drupal)(?:[.([][^ ]| = ).{0,2000}[;{})]$/u,
  },
  {
    name: 'script',
    message: 'a line of a script',
    shows: /^[!(;]{0,3}(?:async )?function ?[\w$]{0,40} ?\([\w$, ]{0,80}\) ?\{(?:.{0,2000}[;{})])?$/u,
  },
  { name: 'script', message: 'a line of a script', shows: /^\(?(?:\([\w$, ]{0,60}\)|[\w$]{1,30}) ?=> ?\{.{0,2000}[;{})]?$/u },
  { name: 'script', message: 'a line of a script', shows: /^(?:set(?:Timeout|Interval)|requestAnimationFrame)\(.{0,2000}[;{]$/u },
  {
    name: 'script',
    message: 'a line of a script',
    shows: /^if ?\((?:!?typeof |window\.|document\.|!window|!document|!?navigator\.).{0,1000}[;{})]$/u,
  },
  { name: 'script', message: 'a line of a script', shows: /^(?:\/\/ ?)?(?:\/\* ?)?<!\[CDATA\[(?: ?\*\/)?$/u },
  { name: 'script', message: 'a line of a script', shows: /^(?:\/\/ ?)?(?:\/\* ?)?\]\]>(?: ?\*\/)?$/u },
  {
    name: 'script',
    message: 'a line of a script',
    shows: /^<(?:script|style)(?: [^<>]{0,300})?>.{0,2600}<\/(?:script|style)>$/iu,
  },
  {
    name: 'script',
    message: 'data for search engines',
    shows: /^\{ ?"@(?:context|type|graph|id)" ?: ?["[{].{0,2900}$/u,
  },
];

/** What is code only beside a line that is: openings, endings, single declarations and statements. */
export const WEAK_LINE =
  /^(?:[\])};,]{1,8}|[.#@*]?[a-z][\w .#:>,()[\]="'-]{0,160}\{|[a-z-]{2,30}\s?: ?[^;{}]{1,200};|(?:return|else|break|try|\} ?else)\b.{0,200}[;{]|[\w$.]{1,60}\([^;]{0,300}\);|[\w$.]{1,60} ?= ?[^;=]{1,300};|\/\*.{0,300}\*\/)$/u;
