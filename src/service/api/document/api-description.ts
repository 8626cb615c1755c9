import { PROBLEMS } from '../problems.ts';

const LEAD = `The copy desk for machine-fed publishing: submit an article once, never lose it, and hear back for sure.

A 2xx answer to a submission means that the article is committed to the store and will reach one outcome. The outcome is sent to the
tenant's webhook, or waits at \`GET /v1/deliveries\`.

**Keys.** \`Authorization: Bearer ck_<id>_<secret>\`. An operator's key acts for the tenant that \`Copydesk-Tenant\` names.

**Repeating a request.** With \`Idempotency-Key\` the first answer is given again for 24 hours, byte for byte. Without it, the same
article (same \`source\` and \`id\`, same content) is still the same article; other content is its next revision.

**Offsets** are UTF-16 code units, half-open, into the text as it was received.

**Problems** are RFC 9457 documents of the type \`application/problem+json\` with a stable \`code\`:
`;

const ROWS = Object.entries(PROBLEMS).map(
  ([code, { status, title, advice }]) => `| \`${code}\` | ${status} | ${title}. ${advice} |`,
);

/** The first page of the API's document, with every problem there is. */
export const API_DESCRIPTION: string = [
  LEAD,
  '| code | status | what it is, and what to do |',
  '|---|---|---|',
  ...ROWS,
  '',
].join('\n');
