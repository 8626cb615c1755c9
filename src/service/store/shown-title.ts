/** The title that an article `a` was given, or else the one that was found in it. */
export const SHOWN_TITLE = `coalesce(nullif(a.title, ''), a.result_title, '') AS title`;
