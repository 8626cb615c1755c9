/** Why something is not done to a person. */
export type PeopleErrorCode = 'unknown_person' | 'last_admin' | 'person_disabled' | 'login_taken' | 'busy';

const MESSAGES: Readonly<Record<PeopleErrorCode, string>> = {
  unknown_person: 'there is no such person',
  last_admin: 'nobody else who has joined could let others in: make another admin first',
  person_disabled: 'the account is disabled: enable it first',
  login_taken: 'somebody has this login or address',
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
