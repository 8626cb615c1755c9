/** Elements whose content is no text of the page. */
export const SKIPPED_ELEMENTS = new Set(
  'head title script style noscript template iframe object embed svg canvas audio video picture select datalist textarea button input meter progress rp rt map annotation annotation-xml frameset noframes noembed'.split(
    ' ',
  ),
);
/** Elements that begin and end a block. Everything else is part of the line it stands in. */
export const BLOCK_ELEMENTS = new Set(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section summary table caption thead tbody tfoot tr td th ul xmp listing plaintext label'.split(
    ' ',
  ),
);
/** Elements that show something other than text. */
export const MEDIA_ELEMENTS = new Set('img picture video audio iframe object embed map'.split(' '));
