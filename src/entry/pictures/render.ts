import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Card } from "../../api/http/pictures.ts";
import { draw } from "./draw.ts";
import { typefaces } from "./typeface.ts";

/** Makes pictures. */
export type Render = (card: Card) => Uint8Array<ArrayBuffer>;

/** Loads the fonts and the renderer, once a process or thread. It is WebAssembly: the bytes are the same on every machine. */
export async function renderer(): Promise<Render> {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const faces = typefaces();
  return (card) => {
    const image = new Resvg(draw(card, faces));
    const rendered = image.render();
    const png = new Uint8Array(rendered.asPng());
    rendered.free();
    image.free();
    return png;
  };
}
