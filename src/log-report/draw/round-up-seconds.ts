const MINUTE = 60;
const HOUR = 3600;
/** Their halves are plain too, in seconds, minutes or hours. */
const PLAIN = [1, 2, 4, 6, 10, 20, 30]
  .map((minutes) => minutes * MINUTE)
  .concat([1, 2, 4, 6, 12, 24].map((hours) => hours * HOUR));
const DAY = 24 * HOUR;

/** The plain time that is not less than one of more than half a minute and up to a day: decimally round seconds are no round minutes. */
export function roundUpSeconds(seconds: number): number | undefined {
  return seconds > MINUTE / 2 && seconds <= DAY ? PLAIN.find((one) => one >= seconds) : undefined;
}
