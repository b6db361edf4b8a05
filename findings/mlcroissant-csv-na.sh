#!/usr/bin/env bash
# mlcroissant 1.1.1 (pandas 3.1.1, pyarrow 26.0.1). Needs Python 3.
# Guess: a field whose dataType is sc:Text is read from a CSV file as the text that is there.
# Seen: the file is read by `pandas.read_csv` with its defaults before the fields' types are used. `NA`, the code of
# Namibia, is a missing value, and `007` is `7`. From Parquet, both are read as they are.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet 'mlcroissant[parquet]==1.1.1' pandas==3.1.1 pyarrow==26.0.1
venv/bin/python - <<'PY'
import hashlib, json, sys
import mlcroissant, pyarrow, pyarrow.parquet

with open("t.csv", "w") as file:
    file.write("country,code\nNA,007\n")
table = pyarrow.table({"country": ["NA"], "code": ["007"]})
pyarrow.parquet.write_table(table, "t.parquet")


def read(name, media_type):
    field = lambda column: {
        "@type": "cr:Field", "@id": f"r/{column}", "name": column, "dataType": "sc:Text",
        "source": {"fileObject": {"@id": name}, "extract": {"column": column}},
    }
    sha256 = hashlib.sha256(open(name, "rb").read()).hexdigest()
    metadata = {
        "@context": {
            "@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
            "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo", "field": "cr:field",
            "recordSet": "cr:recordSet", "source": "cr:source", "fileObject": "cr:fileObject",
            "extract": "cr:extract", "column": "cr:column", "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
        },
        "@type": "sc:Dataset", "name": "t", "conformsTo": "http://mlcommons.org/croissant/1.0",
        "distribution": [{
            "@type": "cr:FileObject", "@id": name, "name": name, "contentUrl": name,
            "encodingFormat": media_type, "sha256": sha256,
        }],
        "recordSet": [{"@type": "cr:RecordSet", "@id": "r", "name": "r", "field": [field("country"), field("code")]}],
    }
    with open(f"{name}.json", "w") as file:
        json.dump(metadata, file)
    row = next(iter(mlcroissant.Dataset(f"{name}.json").records("r")))
    return [value.decode() if isinstance(value, bytes) else value for value in row.values()]


csv, parquet = read("t.csv", "text/csv"), read("t.parquet", "application/x-parquet")
print(csv, parquet)
missing = csv[0] != csv[0] or csv[0] is None
sys.exit(0 if missing and csv[1] == "7" and parquet == ["NA", "007"] else 1)
PY
