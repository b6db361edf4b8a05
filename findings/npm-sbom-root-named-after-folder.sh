#!/usr/bin/env bash
# npm 11.19.1, `npm sbom --sbom-format cyclonedx`.
# Guess: the component that the list is about has the name of package.json, as it does with --sbom-format spdx.
# Seen: `metadata.component.name` is the name of the folder that npm runs in, while `bom-ref` and `purl` beside it
# have the name of package.json: the same project gives another list in another checkout.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/folder" && cd "$dir/folder"
echo '{ "name": "project", "version": "1.2.3", "license": "MIT" }' > package.json
npm() { npx --yes npm@11.19.1 "$@"; }
npm install --silent --no-audit --no-fund
npm sbom --sbom-format cyclonedx > ../cyclonedx.json
npm sbom --sbom-format spdx > ../spdx.json
cd ..
node -e '
const { component } = require("./cyclonedx.json").metadata;
const [spdx] = require("./spdx.json").packages;
const out = { name: component.name, ref: component["bom-ref"], purl: component.purl, spdx: spdx.name };
console.log(JSON.stringify(out));
const seen = out.name === "folder" && out.ref === "project@1.2.3" && out.purl === "pkg:npm/project@1.2.3" && out.spdx === "project";
process.exit(seen ? 0 : 1);
'
