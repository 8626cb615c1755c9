import { defineConfig } from 'vite';

/** The page of the desk: one script and one style sheet in `web/dist`, nothing inline, so that its policy can be strict. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    target: 'es2024',
    outDir: 'dist',
    emptyOutDir: true,
    // Inlined files would need a wider policy; the polyfill is a script for browsers that the page does not support.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
