import { createNote } from '../text/create-note.ts';
import { parseByline } from './parse-byline.ts';

/** What a block says as a byline or dateline, if it is one. */
export const readByline = createNote(({ text }) => parseByline(text));
