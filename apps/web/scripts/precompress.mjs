import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Writes `.br` and `.gz` beside every asset that has none, so that the server only picks one. Pages stay plain: each answer gets its own nonce. */
export function precompress() {
  let assets = '';
  return {
    name: 'changming:precompress',
    apply: 'build',
    configResolved(config) {
      assets = join(config.root, config.build.outDir, config.build.assetsDir);
    },
    closeBundle() {
      // A build that failed ends here too; its own error is the one to be read.
      if (!existsSync(assets)) return;
      const names = readdirSync(assets);
      for (const name of names.filter((asset) => /\.(js|css|svg|wasm)$/.test(asset) && !names.includes(`${asset}.br`))) {
        const file = join(assets, name);
        const content = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
