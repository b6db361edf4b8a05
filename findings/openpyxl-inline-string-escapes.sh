#!/usr/bin/env bash
# openpyxl 3.1.5.
# Guess: a text cell reads the same whether it is an inline or a shared string. Both are of the type ST_Xstring
# (ISO/IEC 29500-1, 22.9.2.19): `_x000D_` is a carriage return, `_x005F_` an underscore before what would be an escape.
# Seen: an inline string is read as it is written; of a shared string only `x005F_` is removed, anywhere. So the text
# `_x0041_`, written as `_x005F_x0041_`, reads right from a shared string and wrong from an inline one, and a carriage
# return is `_x000D_` from both. openpyxl.utils.escape.unescape reads them right.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet openpyxl==3.1.5
venv/bin/python - <<'PY'
import io, openpyxl, zipfile
from openpyxl.utils.escape import unescape
main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
pkg = "http://schemas.openxmlformats.org/package/2006"
kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
texts = ["a_x000D_b", "_x005F_x0041_"]
cells = [f'<c r="A{i + 1}" t="inlineStr"><is><t>{t}</t></is></c>' for i, t in enumerate(texts)]
shared = [f'<c r="B{i + 1}" t="s"><v>{i}</v></c>' for i in range(len(texts))]
rows = "".join(f'<row r="{i + 1}">{a}{b}</row>' for i, (a, b) in enumerate(zip(cells, shared)))
parts = {
    "[Content_Types].xml": f'<Types xmlns="{pkg}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/sheet.xml" ContentType="{kind}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{pkg}/relationships"><Relationship Id="r1" Type="{doc}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{doc}"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{pkg}/relationships"><Relationship Id="r1" Type="{doc}/worksheet" Target="sheet.xml"/><Relationship Id="r2" Type="{doc}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/sheet.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    "xl/sharedStrings.xml": f'<sst xmlns="{main}">{"".join(f"<si><t>{t}</t></si>" for t in texts)}</sst>',
}
file = io.BytesIO()
with zipfile.ZipFile(file, "w") as z:
    for path, text in parts.items():
        z.writestr(path, text)
ws = openpyxl.load_workbook(file).active
inline = [ws[f"A{i + 1}"].value for i in range(len(texts))]
table = [ws[f"B{i + 1}"].value for i in range(len(texts))]
print("inline", inline, "shared", table, "unescaped", [unescape(t) for t in inline])
expected = inline == texts and table == ["a_x000D_b", "_x0041_"] and [unescape(t) for t in inline] == ["a\rb", "_x0041_"]
raise SystemExit(0 if expected else 1)
PY
