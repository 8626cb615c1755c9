/** Why something is not done to a person. */
export type PeopleErrorCode =
  | 'unknown_person'
  | 'last_admin'
  | 'person_disabled'
  | 'login_taken'
  | 'unclear_login'
  | 'person_linked'
  | 'busy';

const MESSAGES: Readonly<Record<PeopleErrorCode, string>> = {
  unknown_person: 'there is no such person',
  last_admin: 'nobody else who has joined could let others in: make another admin first',
  person_disabled: 'the account is disabled: enable it first',
  login_taken: 'somebody has this login or address',
  unclear_login: 'people of several tenants have this login: put the tenant before it, as in gazette/ina',
  person_linked: 'the person signs in at the provider: an admin of all tenants can change that',
  busy: 'too many passwords wait to be checked: try again in some seconds',
};

/** Something that is not done to a person, with its code. */
export class PeopleError extends Error {
  override readonly name = 'PeopleError';
  readonly code: PeopleErrorCode;

  constructor(code: PeopleErrorCode) {
    super(MESSAGES[code]);
    this.code = code;
  }
}
