import type { Client } from "../client.ts";
import { INSTALL_OPENAPI_GENERATOR, OPENAPI_GENERATOR, openapiGenerator } from "./openapi-generator.ts";

/** The program's pom.xml compiles `generated` with the program, and names the libraries that both use. */
const BUILD =
  "mvn -q clean compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime";
const run = (main: string) => `java -cp "target/classes:$(cat target/classpath)" ${main}`;

export const JVM: readonly Client[] = [
  {
    name: "java-openapi-generator",
    language: "Java",
    generator: `openapi-generator ${OPENAPI_GENERATOR}, java, library native`,
    needs: ["Java", "Maven"],
    description: "openapi.json",
    install: INSTALL_OPENAPI_GENERATOR,
    generate: openapiGenerator(
      "java",
      "openapi.json",
      "library=native,useSingleRequestParameter=true,invokerPackage=example,apiPackage=example.api,modelPackage=example.model",
    ),
    build: BUILD,
    run: run("Program"),
  },
  {
    name: "kotlin-openapi-generator",
    language: "Kotlin",
    generator: `openapi-generator ${OPENAPI_GENERATOR}, kotlin`,
    needs: ["Java", "Maven"],
    description: "openapi.json",
    install: INSTALL_OPENAPI_GENERATOR,
    generate: openapiGenerator("kotlin", "openapi.json", "packageName=example"),
    build: BUILD,
    run: run("ProgramKt"),
  },
];
