import process from 'node:process';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

/** What api/pages.ts puts the nonce of each answer in place of. */
const NONCE = 'NONCE-OF-THIS-ANSWER';

// Whatever the one who builds is up to, what is built is for people: libraries would be twice the size.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

export default defineConfig({
  root: import.meta.dirname,
  html: { cspNonce: NONCE },
  plugins: [precompress()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The check of sizes reads it; nobody is given it.
    manifest: 'manifest.json',
    // Nothing is written into the page itself, which the content security policy would refuse.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    reportCompressedSize: false,
    rolldownOptions: {
      // Libraries mark what runs in browsers alone; here everything does.
      onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log),
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.ROSTRUM_API_PORT ?? 8080}` } },
});
