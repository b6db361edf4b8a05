import type { Client } from "../client.ts";
import { INSTALL_OPENAPI_GENERATOR, OPENAPI_GENERATOR, openapiGenerator } from "./openapi-generator.ts";

const PROGENITOR = "0.15.1";
const BUILD = "cargo build --quiet";
const run = (program: string) => `"$CARGO_TARGET_DIR"/debug/${program}`;

export const RUST: readonly Client[] = [
  {
    name: "rust-progenitor",
    language: "Rust",
    generator: `progenitor ${PROGENITOR}`,
    needs: ["Rust"],
    description: "openapi-3.0.json",
    install: `cargo install --quiet --locked --root . cargo-progenitor@${PROGENITOR}`,
    generate: "bin/cargo-progenitor progenitor -i openapi-3.0.json -o generated -n generated -v 0.1.0",
    build: BUILD,
    run: run("rust-progenitor"),
  },
  {
    name: "rust-openapi-generator",
    language: "Rust",
    generator: `openapi-generator ${OPENAPI_GENERATOR}, rust`,
    needs: ["Rust", "Java", "Maven"],
    description: "openapi.json",
    install: INSTALL_OPENAPI_GENERATOR,
    generate: openapiGenerator("rust", "openapi.json", "packageName=ai-data-use"),
    build: BUILD,
    run: run("rust-openapi-generator"),
  },
];
