/** What `recogniser.json` says of its own form. */
export const RECOGNISER_SCHEMA = 'copydesk.recogniser/1';
