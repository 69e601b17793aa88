import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

export const SCRIPT = `console.error(${JSON.stringify('x'.repeat(2000))});\n`;

/** A web app of one page and a script, as the build leaves one behind. */
export function somePages(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-pages-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><meta property="csp-nonce" nonce="NONCE-OF-THIS-ANSWER"><script src="/assets/app-1.js"></script>\n',
  );
  writeFileSync(path.join(folder, 'manifest.json'), '{}');
  writeFileSync(path.join(folder, 'assets/app-1.js'), SCRIPT);
  writeFileSync(path.join(folder, 'assets/app-1.js.br'), brotliCompressSync(SCRIPT));
  return folder;
}
