import weights from '../../../../models/token-weights.json' with { type: 'json' };

/** The version of the token model, as `provenance.models` states it. */
export const GARBAGE_MODEL = `tokens-${weights.version}`;
