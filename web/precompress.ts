import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const br = promisify(brotliCompress);
const gz = promisify(gzip);

/** From so many bytes on the last percent would take longer than all else that is built. */
const LARGE = 400_000;
/** Below that many bytes a packed file saves nothing. */
const LEAST = 1024;
const PACKED = /\.(m?js|css|svg|json)$/;

/** Lays a `.br` and a `.gz` beside each asset, so that whoever serves them packs nothing while people wait. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      const folder = path.join(dir!, 'assets');
      const names = (await readdir(folder)).filter((name) => PACKED.test(name));
      await Promise.all(names.map((name) => pack(path.join(folder, name))));
    },
  };
}

async function pack(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < LEAST) return;
  const quality = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length < LARGE ? 11 : 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  };
  await Promise.all([
    br(bytes, quality).then((packed) => writeFile(`${file}.br`, packed)),
    gz(bytes, { level: 9 }).then((packed) => writeFile(`${file}.gz`, packed)),
  ]);
}
