import type { Client } from "../client.ts";
import { INSTALL_OPENAPI_GENERATOR, OPENAPI_GENERATOR, openapiGenerator } from "./openapi-generator.ts";

/** An environment of its own in the folder, whose programs the other lines run. */
const pip = (packages: string) => `python3 -m venv .venv && .venv/bin/pip install -q ${packages}`;
const MYPY = "mypy==2.4.1";
const RUN = "python program.py";

export const PYTHON: readonly Client[] = [
  {
    name: "python-ai-data-use",
    language: "Python",
    generator: "our own package, clients/python",
    needs: ["Python"],
    description: "openapi.json",
    install: `rm -rf .venv && ${pip(`${MYPY} pytest==9.2.0`)}`,
    generate: "pip wheel -q --no-deps --wheel-dir generated ../../../clients/python",
    build:
      "pip install -q generated/*.whl && mypy --strict program.py ../../../clients/python/tests && pytest -q -p no:cacheprovider ../../../clients/python/tests",
    run: RUN,
    examples: "python examples.py",
  },
  {
    name: "python-openapi-python-client",
    language: "Python",
    generator: "openapi-python-client 0.29.1",
    needs: ["Python"],
    description: "openapi.json",
    install: pip(`openapi-python-client==0.29.1 ${MYPY}`),
    generate:
      "openapi-python-client generate --path openapi.json --config config.yaml --meta none --output-path generated --overwrite --fail-on-warning",
    build: "mypy program.py",
    run: RUN,
  },
  {
    name: "python-datamodel-code-generator",
    language: "Python",
    generator: "datamodel-code-generator 0.89.0",
    needs: ["Python"],
    description: "openapi.json",
    install: pip(`datamodel-code-generator==0.89.0 httpx==0.28.1 ${MYPY}`),
    generate:
      "mkdir generated && datamodel-codegen --input openapi.json --input-file-type openapi --output generated/models.py --output-model-type pydantic_v2.BaseModel --target-python-version 3.11 --use-annotated --capitalise-enum-members --formatters builtin",
    build: "mypy --strict program.py",
    run: RUN,
  },
  {
    name: "python-openapi-generator",
    language: "Python",
    generator: `openapi-generator ${OPENAPI_GENERATOR}, python`,
    needs: ["Python", "Java", "Maven"],
    description: "openapi.json",
    install: `${INSTALL_OPENAPI_GENERATOR} && ${pip(MYPY)}`,
    generate: openapiGenerator("python", "openapi.json", "packageName=ai_data_use"),
    build: "pip install -q ./generated && mypy program.py",
    run: RUN,
  },
];
