import values from '../../../../models/values.json' with { type: 'json' };

/** Words of amounts from `models/values.json`. */
export const VALUE_WORDS = {
  multipliers: new Map<string, number>(Object.entries(values.multipliers)),
  currencySigns: new Map<string, string>(Object.entries(values.currencySigns)),
  currencyWords: new Map<string, string>(Object.entries(values.currencyWords)),
  units: new Map<string, string>(Object.entries(values.units)),
  months: values.months,
} as const;
