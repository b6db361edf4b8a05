/* The package with the records, of the same release (src/exports/npm). It is installed beside this one. */

declare module "@ai-data-use/data/load.js" {
  export const catalogue: typeof import("../../../src/exports/npm/runtime/load.ts").catalogue;
  export const load: typeof import("../../../src/exports/npm/runtime/load.ts").load;
  export const release: typeof import("../../../src/exports/npm/runtime/load.ts").release;
}
