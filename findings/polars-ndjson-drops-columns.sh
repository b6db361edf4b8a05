#!/usr/bin/env bash
# polars 2.1.0, duckdb 2.0.1, pyarrow 26.0.1.
# Guess: a reader of NDJSON that infers columns from the first lines fails, or adds a column, when a later line has
# another member; the three readers differ only in which of these.
# Seen: polars returns every row, and drops the member without a warning if the first hundred lines lack it, also
# when it scans lazily. DuckDB fails and names the line; pyarrow adds the column. Files with records of several kinds
# (catalogue first, then items; operators, then platforms) lose most of their content in polars, and the number of
# rows is right.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check polars==2.1.0 duckdb==2.0.1 pyarrow==26.0.1
cat > run.py <<'PY'
import sys
import warnings
import duckdb
import polars
import pyarrow.json

warnings.simplefilter("error")
def write(name, before):
    with open(name, "w") as file:
        file.write('{"id":"a"}\n' * before + '{"id":"b","practices":["x"]}\n')

write("99.ndjson", 99)
write("100.ndjson", 100)
write("30000.ndjson", 30000)
seen = polars.read_ndjson("99.ndjson").columns
dropped = [polars.read_ndjson("100.ndjson").columns, polars.scan_ndjson("100.ndjson").collect().columns]
asked = polars.read_ndjson("100.ndjson", infer_schema_length=None).columns
arrow = pyarrow.json.read_json("30000.ndjson").column_names
try:
    duckdb.sql("select * from '30000.ndjson'").fetchall()
    duck = "no error"
except duckdb.Error as error:
    duck = "unknown key" in str(error) and "line 30001" in str(error)
print("polars:", seen, dropped, "when told to read all:", asked, "pyarrow:", arrow, "duckdb fails:", duck)
both = ["id", "practices"]
sys.exit(0 if seen == asked == arrow == both and dropped == [["id"], ["id"]] and duck is True else 1)
PY
venv/bin/python run.py
