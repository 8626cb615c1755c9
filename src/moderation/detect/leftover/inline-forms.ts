/** A kind of remnant that stands in running text too. */
export interface InlineForm {
  readonly name: string;
  readonly message: string;
  /** Global: every place of it. Every quantifier is bounded, and none reaches over a second opening. */
  readonly shows: RegExp;
  /** What must be in it: a formula or a set has its marks too. */
  readonly needs?: RegExp;
  /** What it is when it is something else. */
  readonly except?: RegExp;
}

const TEMPLATE = 'a placeholder of a template';
const SHORTCODE = 'a shortcode that was not replaced';
/** Tried one after the other on each block that holds a character with which one of them begins. */
export const INLINE_FORMS: readonly InlineForm[] = [
  { name: 'template', message: TEMPLATE, shows: /\{\{\{?[^{}]{1,80}\}{2,3}/gu, needs: /\p{L}{2}/u },
  { name: 'template', message: TEMPLATE, shows: /[$#]\{[^{}\s][^{}]{0,80}\}/gu, needs: /\p{L}{2}/u },
  { name: 'template', message: TEMPLATE, shows: /\{%[^{}%]{1,80}%\}|<%[^<>%]{1,80}%>|\[%[^[\]%]{1,80}%\]/gu },
  { name: 'template', message: TEMPLATE, shows: /<\?(?:php|=)[^<>?]{0,200}\?>/gu },
  {
    name: 'template',
    message: TEMPLATE,
    shows: /(?<![\p{L}\p{N}%])%{1,2}[A-Z][A-Z0-9_]{2,40}%{1,2}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}%])%%[a-z][a-z0-9_]{2,40}%%/gu,
    // Variables of an operating system stand in instructions.
    except:
      /^%(?:(?:LOCAL)?APPDATA|PROGRAM(?:FILES|DATA)|USERPROFILE|SYSTEM(?:ROOT|DRIVE)|TE?MP|PATH|WINDIR|HOMEPATH|USERNAME)%/u,
  },
  {
    name: 'template',
    message: TEMPLATE,
    shows: /\*\|[A-Z][A-Z0-9_:]{1,40}\|\*|(?<!#)##[A-Z][A-Z_]{2,40}##|@@[A-Z][A-Z_]{2,40}@@/gu,
  },
  { name: 'template', message: TEMPLATE, shows: /\{\$[a-z_][\w.>-]{1,60}\}|\{[a-z]{2,20}(?:_[a-z]{2,20}){1,3}\}/gu },
  {
    name: 'template',
    message: TEMPLATE,
    shows:
      /\{(?:(?:first|last|full|user|your|company|business|brand|city|product|service|site|website|client|customer|recipient|contact|agent|author|main|primary|target)[ _-]?(?:name|url|keyword)|keyword|city|company|name|title)\}/giu,
  },
  {
    name: 'shortcode',
    message: SHORTCODE,
    shows: /\[[a-z][a-z0-9_-]{1,30} [^[\]]{0,200}[a-z_-]{2,30}=(?:["'“”″]|&[a-z#])[^[\]]{0,400}\]/gu,
  },
  { name: 'shortcode', message: SHORTCODE, shows: /\[(?:url|img|size|color|font|quote|youtube|video)=[^[\]]{1,300}\]/giu },
  {
    name: 'shortcode',
    message: SHORTCODE,
    shows:
      /\[\/?(?:vc|et_pb|fusion|su|wpv|wpsm|mailpoet|elementor|av|ux|nectar|tatsu|dropcap|woocommerce)_[a-z0-9_]{2,40}(?: [^[\]]{0,400})?\]/gu,
  },
  {
    name: 'shortcode',
    message: SHORTCODE,
    shows:
      /\[(?:gallery|contact-form-7|contact-form|rev_slider|wpforms|adrotate|ad_inserter|post_title|the_ad)(?: [^[\]]{0,300})?\]/gu,
  },
  {
    name: 'shortcode',
    message: SHORTCODE,
    shows:
      /\[\/(?:caption|gallery|embed|audio|video|playlist|quote|url|img|b|i|u|size|color|font|list|code|spoiler|center|youtube|[a-z]{2,20}_[a-z_]{2,30})\]/giu,
  },
  { name: 'shortcode', message: SHORTCODE, shows: /\[(?:embed|youtube|tweet|instagram|audio|video)\](?=https?:)/gu },
  { name: 'comment', message: 'a comment of the page', shows: /<!--[^<>]{0,400}-->/gu },
  {
    name: 'markup',
    message: 'a tag of the page',
    shows:
      /<\/?(?:p|br|div|span|strong|em|b|i|u|a|ul|ol|li|h[1-6]|img|iframe|script|style|table|tbody|tr|td|th|figure|figcaption|blockquote|font|center|hr|section|noscript|ins|sup|sub)(?: [^<>]{0,400})? ?\/?>/giu,
  },
  { name: 'value', message: 'a value of a program that has none', shows: /\[object [A-Z][A-Za-z]{2,20}\]/gu },
];

/** Values that a program printed where a word or number should stand; only where nothing else can be meant. */
export const INLINE_VALUES =
  /[$€£¥]NaN\b|\bNaN(?: ?%|[:/-]NaN| NaN\b)|\bundefined[ /,-]{1,2}undefined\b|\b(?:Hello|Hi|Dear|Hey|Welcome|Hallo|Liebe[r]?|Bonjour|Cher|Hola|Estimado|Ciao|Olá) (?:undefined|null|NaN)\b|\b(?:[Bb]y|von|par|por) undefined\b|\bInvalid Date\b/gu;

/** One of these begins every form; blocks without them are passed over. */
export const INLINE_OPENING = /\{[{%$a-zA-Z]|[$#]\{[^{}\s]|<[%?!/a-zA-Z]|\[[/a-zA-Z%]|%[%A-Z]|\*\|[A-Z]|##[A-Z]|@@[A-Z]/u;
