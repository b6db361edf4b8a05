import type { Toolchain } from "./toolchains.ts";

/**
 * How one generator is tried. The lines run with `bash` in a folder that has the files of `programs/<name>` and
 * the description; what they generate goes into `generated`, which is removed before.
 */
export interface Client {
  /** The folder under `programs`, and the name of the test. */
  name: string;
  language: string;
  /** The generator with its version, and the libraries that the generated code uses, for docs/clients.md. */
  generator: string;
  needs: readonly Toolchain[];
  /** The description that it reads. */
  description: "openapi.json" | "openapi-3.0.json";
  install?: string;
  generate: string;
  /** Compiles, or checks the types of, the generated code and the program. */
  build: string;
  /** Runs the program; the server's address is the last argument. */
  run: string;
  /** Runs the examples of our own package's README, likewise. */
  examples?: string;
}
