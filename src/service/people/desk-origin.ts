interface Address {
  readonly publicUrl: string | undefined;
  readonly host: string;
  readonly port: number;
}

/** Addresses that mean every one of a machine; nobody can go there. */
const ANY: Readonly<Record<string, string>> = { '0.0.0.0': 'localhost', '::': 'localhost' };

/** Where people reach the desk, such as `https://desk.example`: as the settings say, or where it listens. */
export function deskOrigin({ publicUrl, host, port }: Address): string {
  if (publicUrl !== undefined) return publicUrl;
  const name = ANY[host] ?? host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
