import type { Client } from "../client.ts";
import { INSTALL_OPENAPI_GENERATOR, OPENAPI_GENERATOR, openapiGenerator } from "./openapi-generator.ts";

/** Fetches what the generated code imports, and compiles. */
const BUILD = "go mod tidy && go vet . && go build -o client .";
const RUN = "./client";

export const GO: readonly Client[] = [
  {
    name: "go-oapi-codegen",
    language: "Go",
    generator: "oapi-codegen 2.8.2",
    needs: ["Go"],
    description: "openapi.json",
    generate:
      "mkdir generated && go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 -generate types,client -package generated -o generated/api.go openapi.json",
    build: BUILD,
    run: RUN,
  },
  {
    name: "go-ogen",
    language: "Go",
    generator: "ogen 1.25.0",
    needs: ["Go"],
    description: "openapi.json",
    generate:
      "go run github.com/ogen-go/ogen/cmd/ogen@v1.25.0 --target generated --package generated --clean openapi.json",
    build: BUILD,
    run: RUN,
  },
  {
    name: "go-openapi-generator",
    language: "Go",
    generator: `openapi-generator ${OPENAPI_GENERATOR}, go`,
    needs: ["Go", "Java", "Maven"],
    description: "openapi.json",
    install: INSTALL_OPENAPI_GENERATOR,
    generate: openapiGenerator(
      "go",
      "openapi.json",
      "packageName=generated,withGoMod=false,enumClassPrefix=true",
    ),
    build: BUILD,
    run: RUN,
  },
];
