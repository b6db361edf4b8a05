#!/usr/bin/env bash
# openapi-python-client 0.29.1.
# Guess: a schema may have any name; the generator renames what collides with names that its own code uses.
# Seen: it renames keywords and builtins only. The module of a schema named `Mapping` imports
# collections.abc.Mapping and then defines a class of that name; a module with a property of that type imports both,
# and the later import hides the earlier one. Type checkers report it, and nothing fails at run time until the
# annotation is evaluated.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet openapi-python-client==0.29.1 mypy==2.4.1
cat > openapi.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": { "title": "t", "version": "1" },
  "paths": {
    "/": {
      "get": {
        "operationId": "get",
        "responses": {
          "200": {
            "description": "ok",
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Mapping" } } }
          }
        }
      }
    }
  },
  "components": {
    "schemas": { "Mapping": { "type": "object", "properties": { "a": { "type": "string" } } } }
  }
}
JSON
PATH="$dir/venv/bin:$PATH" openapi-python-client generate --path openapi.json --meta none --output-path client --fail-on-warning >/dev/null
found=$(venv/bin/mypy client 2>&1 || true)
grep "mapping.py" <<<"$found"
grep -q 'Name "Mapping" already defined' <<<"$found"
