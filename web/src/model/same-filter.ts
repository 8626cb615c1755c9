/** Whether two filters ask for the same; values that are empty ask for nothing. */
export function sameFilter(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const write = (filter: Readonly<Record<string, unknown>>) =>
    Object.entries(filter)
      .filter(([name, value]) => name !== 'view' && value !== undefined && value !== '')
      .map(([name, value]) => `${name}=${String(value)}`)
      .sort()
      .join('\n');
  return write(a) === write(b);
}
