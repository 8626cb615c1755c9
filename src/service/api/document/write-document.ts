import { createIdleApi } from '../create-idle-api.ts';

/** Where the document of the API lies. */
export const OPENAPI_FILE = new URL('../../../../schemas/openapi-1.json', import.meta.url);

/** The document of the API as JSON text, as the code says it; a test holds the committed file to this. */
export async function writeDocument(): Promise<string> {
  const api = await createIdleApi();
  const document = JSON.stringify(api.swagger(), undefined, 2);
  await api.close();
  return `${document}\n`;
}
