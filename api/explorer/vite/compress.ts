/** Lays a .br and a .gz beside each built file that becomes smaller by it. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const SMALLEST = 1024;
const WORTH = 0.9;

export function compress(): Plugin {
  let folder = "";
  return {
    name: "detente-compress",
    apply: "build",
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir, config.build.assetsDir);
      if (config.build.outDir.startsWith("/")) folder = join(config.build.outDir, config.build.assetsDir);
    },
    closeBundle: () => {
      for (const name of readdirSync(folder)) compressFile(join(folder, name));
    },
  };
}

function compressFile(path: string): void {
  const content = readFileSync(path);
  if (content.length < SMALLEST) return;
  const brotli = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  for (const [ending, coded] of [[".br", brotli], [".gz", gzipSync(content, { level: 9 })]] as const) {
    if (coded.length < content.length * WORTH) writeFileSync(path + ending, coded);
  }
}
