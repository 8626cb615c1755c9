export async function shadowRules(): Promise<number> { return 0; }
