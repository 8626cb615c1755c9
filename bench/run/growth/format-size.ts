/** UTF-16 code units as "31.6 KB" or "10 MB": a thousand, or a million. */
export function formatSize(size: number): string {
  return size < 1e6 ? `${Math.round(size / 100) / 10} KB` : `${Math.round(size / 1e4) / 100} MB`;
}
