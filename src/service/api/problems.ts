/** What can go wrong with a request: its status, its title, and what whoever sent it should do. */
interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** Used as `detail` where the case itself has nothing to add. */
  readonly advice: string;
}

/** Every problem of the API by its stable code. The document of the API lists them from here. */
export const PROBLEMS = {
  bad_request: { status: 400, title: 'The request cannot be read', advice: 'Send a well-formed HTTP request.' },
  bad_json: { status: 400, title: 'The body is not JSON', advice: 'Send one JSON value in UTF-8, as RFC 8259 describes it.' },
  bad_encoding: { status: 400, title: 'The body is not UTF-8', advice: 'Encode the body as UTF-8.' },
  invalid: {
    status: 422,
    title: 'The request does not fit its schema',
    advice: 'Mend what `errors` lists; each entry points at its place.',
  },
  bad_idempotency_key: {
    status: 400,
    title: 'The idempotency key cannot be used',
    advice: 'Send 1 to 255 visible ASCII characters in Idempotency-Key.',
  },
  bad_cursor: {
    status: 400,
    title: 'The cursor cannot be read',
    advice: 'Send `next` of the page before, and the same filters.',
  },
  bad_reason: {
    status: 400,
    title: 'The reason is missing, or not on the list',
    advice: 'Use one of those that `detail` names.',
  },
  unauthenticated: {
    status: 401,
    title: 'A key is needed',
    advice: 'Send a valid key: `Authorization: Bearer ck_<id>_<secret>`.',
  },
  signed_out: { status: 401, title: 'Nobody is signed in', advice: 'Sign in at /desk/, or send a key with the scope review.' },
  bad_login: {
    status: 401,
    title: 'Login or password is wrong',
    advice: 'Try again, or ask an admin of the desk for a new link.',
  },
  bad_password: { status: 403, title: 'That is not your password', advice: 'Send the one that you have now.' },
  bad_invitation: { status: 410, title: 'The link was used, or is too old', advice: 'Ask an admin of the desk for a new one.' },
  too_many_logins: {
    status: 429,
    title: 'Too many attempts to sign in',
    advice: 'Wait as long as Retry-After says, or ask an admin of the desk for a new link.',
  },
  bad_csrf: {
    status: 403,
    title: 'The request does not come from the page of the desk',
    advice: 'Send `csrf` of GET /v1/desk/session in the header Copydesk-CSRF.',
  },
  forbidden: { status: 403, title: 'The key may not do this', advice: 'Use a key with the scope that `detail` names.' },
  wrong_tenant: {
    status: 403,
    title: 'The key belongs to another tenant',
    advice: 'Leave Copydesk-Tenant out; only operator keys may name a tenant.',
  },
  not_found: { status: 404, title: 'There is nothing here', advice: 'See /openapi.json for the addresses there are.' },
  unknown_tenant: { status: 404, title: 'There is no such tenant', advice: 'Create it first: POST /v1/tenants.' },
  unknown_article: { status: 404, title: 'There is no such article', advice: 'Use the `id` that the submission answered.' },
  unknown_delivery: { status: 404, title: 'There is no such delivery', advice: 'Use an `id` from GET /v1/deliveries.' },
  no_result: {
    status: 404,
    title: 'The delivery tells of no result',
    advice: 'Look at its type: a dead article has no result, and a decision that is withdrawn tells of none.',
  },
  unknown_view: { status: 404, title: 'There is no such view', advice: 'Use an `id` from GET /v1/desk/views.' },
  stale_view: {
    status: 409,
    title: 'The view cannot be used here',
    advice: 'It is of another version of Copydesk: write it anew, PUT /v1/desk/views/{id}.',
  },
  stale_count: {
    status: 409,
    title: 'What was counted is not what fits now',
    advice: 'Count again, with `dryRun`, and send the `token` of its answer with the same filter.',
  },
  unknown_key: { status: 404, title: 'There is no such key', advice: 'Use an `id` from GET /v1/keys.' },
  unknown_session: { status: 404, title: 'There is no such session of yours', advice: 'Use an `id` from GET /v1/desk/account.' },
  unknown_person: { status: 404, title: 'There is no such person', advice: 'Use an `id` from GET /v1/desk/people.' },
  oidc_off: {
    status: 404,
    title: 'People do not sign in at a provider here',
    advice: 'Sign in with a password, or set COPYDESK_OIDC_ISSUER.',
  },
  unknown_rule: { status: 404, title: 'There is no such rule', advice: 'Use an `id` from GET /v1/desk/rules.' },
  rule_exists: { status: 409, title: 'A live rule has the name', advice: 'Choose another name, or retire that rule first.' },
  rule_state: { status: 409, title: 'The state of the rule does not allow this', advice: 'Load the rule again.' },
  no_proof: {
    status: 409,
    title: 'The rule has no text that it must not match',
    advice: 'Write one: PUT /v1/desk/rules/{id}/proof, or run its back-test, which looks for one.',
  },
  too_many_rules: {
    status: 409,
    title: 'The tenant has as many live rules as it may',
    advice: 'Retire those that find nothing.',
  },
  too_many_backtests: { status: 503, title: 'Other back-tests run', advice: 'Try again in a minute.' },
  bad_rule: { status: 422, title: 'The rule does not load', advice: 'Mend what `detail` names.' },
  method_not_allowed: { status: 405, title: 'The method is not allowed here', advice: 'Use a method that Allow names.' },
  request_timeout: {
    status: 408,
    title: 'The request came too slowly',
    advice: 'Send headers within 15 s and the whole request within 60 s.',
  },
  conflict: { status: 409, title: 'The state does not allow this', advice: 'Read the current state, then decide again.' },
  tenant_exists: { status: 409, title: 'The tenant exists', advice: 'Change it with PUT /v1/tenant, or choose another id.' },
  revision_conflict: {
    status: 409,
    title: 'The revision was received with other content',
    advice: 'Send the next revision number, or none.',
  },
  idempotency_in_flight: {
    status: 409,
    title: 'The first request with this key is still in hand',
    advice: 'Send the same request again a little later.',
  },
  claimed: { status: 409, title: 'Somebody else has the article', advice: 'Take another one, or wait until it is released.' },
  unclaimed: { status: 409, title: 'You do not have the article, or no longer', advice: 'Claim it, look again, then act.' },
  stale_claim: {
    status: 409,
    title: 'You have claimed the article anew elsewhere',
    advice: 'Go on there, or load the article again.',
  },
  stale_result: {
    status: 409,
    title: 'The article has changed since you looked',
    advice: 'Look at what stands now, then decide again.',
  },
  not_on_desk: { status: 409, title: 'The article is not on the desk', advice: 'Take the next one of the queue.' },
  unknown_amendment: { status: 404, title: 'There is no such amendment', advice: 'Load the article again.' },
  no_effect: {
    status: 422,
    title: 'An amendment would change nothing',
    advice: 'Leave out what `errors` lists, each with its reason; nothing was changed.',
  },
  draft_overdue: {
    status: 503,
    title: 'The amended text took too long to make',
    advice: 'Try again after Retry-After; nothing was changed.',
  },
  appeal_open: { status: 409, title: 'There is an appeal already', advice: 'Wait until somebody has decided it.' },
  appeal_late: { status: 409, title: 'It is too late to appeal', advice: 'Submit the article anew when it is wanted.' },
  appeal_decided: {
    status: 409,
    title: 'This was decided on an appeal',
    advice: 'That is final. Submit the article anew when it is wanted.',
  },
  appeal_mismatch: {
    status: 422,
    title: 'The decision does not fit what is said of the appeal',
    advice: 'Upheld: decide otherwise than before, or on a result with amendments. Not upheld: decide as before.',
  },
  not_offered: {
    status: 409,
    title: 'The article is not yours to check',
    advice: 'Take the one that GET /v1/desk/checks/next offers.',
  },
  unknown_bulk: {
    status: 404,
    title: 'There is no such bulk decision',
    advice: 'Use the `id` that POST /v1/desk/bulk answered.',
  },
  not_decided: {
    status: 409,
    title: 'There is no decision',
    advice: 'Load the article again, and wait until the decision is told.',
  },
  not_allowed: { status: 403, title: 'The role does not allow this', advice: 'Escalate the article, or ask a lead.' },
  login_taken: { status: 409, title: 'Somebody has this login or address', advice: 'Choose another one.' },
  last_admin: {
    status: 409,
    title: 'Nobody else could let others in',
    advice: 'Make somebody else an admin first, and wait until they have joined.',
  },
  unclear_login: {
    status: 409,
    title: 'People of several tenants have this login',
    advice: 'Use the `id` of the person.',
  },
  person_linked: {
    status: 409,
    title: 'The person signs in at the provider',
    advice: 'Ask an admin of all tenants, who can give the person another address first.',
  },
  person_disabled: { status: 409, title: 'The account is disabled', advice: 'Enable it first.' },
  view_exists: { status: 409, title: 'You have a view of this name', advice: 'Change that one, or choose another name.' },
  too_many_views: { status: 409, title: 'You have as many views as a person may have', advice: 'Delete one first.' },
  oidc_failed: { status: 401, title: 'What the provider sent cannot be used', advice: 'Sign in again.' },
  oidc_refused: {
    status: 403,
    title: 'Nobody here is who the provider says',
    advice: 'Use the link of an invitation, or ask an admin of all tenants to add the address that the provider has verified.',
  },
  under_way: { status: 409, title: 'The article is on its way', advice: 'Do this when it has come to its outcome.' },
  decided: {
    status: 409,
    title: 'People have decided on the article, or are about to',
    advice: 'Appeal against the decision, or ask for it with a key that has the scope admin.',
  },
  superseded: { status: 409, title: 'A newer revision has taken its place', advice: 'Use the newest revision.' },
  stale: { status: 409, title: 'A newer decision has taken its place', advice: 'Replay the newest decision, or fetch it.' },
  no_webhook: {
    status: 409,
    title: 'The tenant has no webhook',
    advice: 'Set one: PUT /v1/tenant; or fetch: GET /v1/deliveries.',
  },
  purged: { status: 410, title: 'The content of the article is gone', advice: 'Submit it anew when it is wanted.' },
  body_too_large: { status: 413, title: 'The body is too large', advice: 'Send fewer articles at once, or shorter ones.' },
  unsupported_media_type: {
    status: 415,
    title: 'The body has a type that is not read here',
    advice: 'Send Content-Type: application/json, without a charset or with utf-8, and no Content-Encoding.',
  },
  batch_too_large: {
    status: 422,
    title: 'The batch has more articles than the tenant may send at once',
    advice: 'Send smaller batches; RateLimit-Policy says how many articles at once.',
  },
  bad_expectation: {
    status: 417,
    title: 'The expectation cannot be met',
    advice: 'Leave Expect out, or send Expect: 100-continue.',
  },
  bad_id: { status: 422, title: 'The id cannot be used', advice: 'Use letters, digits and punctuation.' },
  bad_article: { status: 422, title: 'The article cannot be used', advice: 'Mend what `detail` names.' },
  too_large: { status: 422, title: 'The article is too large', advice: 'Send the part of the page that is the article.' },
  too_many_lines: { status: 422, title: 'The article has too many lines', advice: 'Send it in parts.' },
  revision_limit: { status: 422, title: 'The article has its last revision', advice: 'Send it under another id.' },
  idempotency_key_reuse: {
    status: 422,
    title: 'The idempotency key was used for another request',
    advice: 'Use a new key for each new request; send exactly the same body to repeat one.',
  },
  rate_limited: { status: 429, title: 'Too many articles at once', advice: 'Wait as long as Retry-After says.' },
  headers_too_large: { status: 431, title: 'The headers are too large', advice: 'Send fewer or shorter headers.' },
  internal: { status: 500, title: 'Copydesk failed', advice: 'Try again; if it stays so, tell the operator the X-Request-Id.' },
  queue_full: { status: 503, title: 'The desk is behind', advice: 'Try again after Retry-After; nothing was taken in.' },
  busy: {
    status: 503,
    title: 'The desk has too much in hand',
    advice: 'Try again after Retry-After; nothing was taken in. Instead of a check, submit the article.',
  },
  check_overdue: {
    status: 503,
    title: 'The check took too long',
    advice: 'Submit the article instead: POST /v1/articles.',
  },
  oidc_away: { status: 503, title: 'The provider cannot be reached', advice: 'Try again, or sign in with a password.' },
  closing: { status: 503, title: 'The server is stopping', advice: 'Try again after Retry-After.' },
  store_unavailable: {
    status: 503,
    title: 'The store cannot be reached',
    advice: 'Try again after Retry-After, with the same Idempotency-Key.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof PROBLEMS;
