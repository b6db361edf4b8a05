#!/usr/bin/env bash
# jsonschema 4.25.1 (Python) and ajv 8.20.0 (JavaScript), the same JSON Schema.
# Guess: `pattern: "^[a-z]+$"` accepts lower-case letters and nothing else in every validator.
# Seen: JSON Schema says that patterns are ECMA-262, where `$` is the end. Python's `re` also lets `$` match before
# a line break at the end, and jsonschema searches with `re`: "linkedin\n" is a valid id there, and is not one to
# ajv. A lookahead after `$`, `(?!\n)`, makes both refuse it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ajv@8.20.0
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jsonschema==4.25.1
cat > run.mjs <<'JS'
import Ajv from "ajv/dist/2020.js";
const ajv = new Ajv.default();
console.log(JSON.stringify(["^[a-z]+$", "^[a-z]+$(?!\\n)"].map((pattern) => ajv.validate({ type: "string", pattern }, "linkedin\n"))));
JS
cat > run.py <<'PY'
import json
from jsonschema import Draft202012Validator as Validator
print(json.dumps([Validator({"pattern": p}).is_valid("linkedin\n") for p in ("^[a-z]+$", "^[a-z]+$(?!\\n)")], separators=(",", ":")))
PY
ajv=$(node run.mjs)
python=$(venv/bin/python run.py)
echo "ajv: $ajv, jsonschema: $python"
[ "$ajv" = "[false,false]" ] && [ "$python" = "[true,false]" ]
