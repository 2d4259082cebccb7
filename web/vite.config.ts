import { defineConfig } from 'vitest/config';

// The built files are committed and ship inside the server: src/Proviso.Server/Assets. The same sources give the same bytes.
export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../src/Proviso.Server/Assets',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Nothing may be inlined: the content policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    // Names without hashes: the server tells by an ETag when one has changed, and a change of one word changes one file.
    rollupOptions: { output: { entryFileNames: 'assets/workbench.js', chunkFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:5080', '/openapi': 'http://127.0.0.1:5080' } },
  test: { include: ['tests/**/*.test.ts'] },
});
