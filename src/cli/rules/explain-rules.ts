export async function explainRules(): Promise<number> { return 0; }
