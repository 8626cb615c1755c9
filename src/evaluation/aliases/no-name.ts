/** The type of dates and the like, which are values and no names. */
export const NO_NAME = 'time';
