import { skipLead } from './skip-lead.ts';

const FIRST_TAG = /^<(?:!doctype[\t\n\f\r ]+html|html|head|body)(?:[\t\n\f\r />]|$)/iu;

/** True when a text is a whole HTML page by its first tag: a doctype, `html`, `head` or `body`. */
export function isHtmlPage(beginning: string): boolean {
  return FIRST_TAG.test(skipLead(beginning));
}
