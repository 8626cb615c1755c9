/** Version of the engine, as `provenance.engine` states it; a test holds it to package.json. */
export const ENGINE_VERSION = '0.1.0';
