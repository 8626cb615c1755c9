/** Major and minor version of the oldest Node that runs Copydesk; `engines` in package.json says the same. */
const OLDEST = [22, 18] as const;

/** What whoever runs an older Node is told; undefined when `version`, such as `24.1.0`, is new enough. */
export function nameOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  return isOld ? `copydesk needs Node ${OLDEST.join('.')} or newer, and this is ${version}: see https://nodejs.org` : undefined;
}
