/** The lists by which it is told whether an article is about code. */
export const ABOUT_CODE_LISTS: readonly string[] = [
  'leftover.subject_words',
  'leftover.subject_hints',
  'leftover.commands',
  'leftover.ordinary_commands',
  'leftover.shown_nouns',
  'leftover.shown_beside',
  'leftover.code_pointers',
  'leftover.code_things',
];
