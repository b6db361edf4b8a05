import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORMATS } from "../../src/exports/formats/index.ts";
import { writeExports } from "../../src/exports/write.ts";
import { loadDataset } from "../../src/records/load.ts";
import { HOSTILE, hostileDataset } from "../exports/hostile.ts";

/*
 * The files of the records, and of records whose every text is hostile, in the programs that they are for: no
 * errors, and no warnings that are not listed here. `.ci/run` installs the programs under build/tools.
 */
const BIN = resolve("build/tools/bin");
const SHAPES = resolve("test/fixtures/external");
const isHere = existsSync(join(BIN, "pyshacl"));
if (!isHere && process.env["CI"]) throw new Error("build/tools has no pyshacl. .ci/run installs it.");

let dir: string;
let real: string;
let hostile: string;
let served: string;
let server: Server;
let origin: string;
const run = promisify(execFile);
const env = { ...process.env, PATH: `${BIN}:${process.env["PATH"]}` };

beforeAll(async () => {
  if (!isHere) return;
  dir = mkdtempSync(join(tmpdir(), "formats-"));
  [real, hostile, served] = [join(dir, "real"), join(dir, "hostile"), join(dir, "served")];
  const records = loadDataset("data");
  await writeExports(real, records);
  await writeExports(hostile, hostileDataset());
  // Files under the paths of the API, so that the links in metadata lead to them.
  server = createServer((request, response) => {
    const path = /^\/download\/[^/]+\/([\w./-]+)$/.exec(request.url ?? "")?.[1];
    const file = path && join(served, path);
    if (!file || !existsSync(file)) response.writeHead(404).end();
    else response.end(readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const release = { ...records.release, version: "unreleased" };
  const linked = FORMATS.filter(({ name }) => ["csv", "parquet", "dcat", "croissant"].includes(name));
  await writeExports(served, { ...records, release, origin }, () => {}, linked);
});
afterAll(() => {
  server?.close();
  if (dir) rmSync(dir, { recursive: true, force: true });
});

/**
 * What a Python program prints as JSON, in its last line. Warnings of users' mistakes are errors. It does not block
 * this process, so that a program can ask its server.
 */
async function py(script: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await run(join(BIN, "python"), ["-W", "error::UserWarning", "-c", script, ...args], {
    env: { ...env, HF_HOME: join(dir, "hf"), HF_HUB_OFFLINE: "1", XDG_CACHE_HOME: join(dir, "cache") },
    maxBuffer: 1 << 28,
  });
  return JSON.parse(stdout.trim().split("\n").at(-1) as string);
}
const csv = (folder: string, path: string) =>
  parse(readFileSync(join(folder, path)), { columns: true }) as Record<string, string>[];

describe.skipIf(!isHere)("formats", () => {
  test("DCAT is valid by the shapes of DCAT-AP 3.0.1", async () => {
    const report = await py(
      `import collections,json,pyshacl,rdflib,sys
SH=rdflib.Namespace("http://www.w3.org/ns/shacl#")
data=rdflib.Graph().parse(sys.argv[1],format="json-ld")
found={}
for name in sys.argv[3:]:
  _,g,_=pyshacl.validate(data,shacl_graph=rdflib.Graph().parse(f"{sys.argv[2]}/{name}.ttl"))
  # Results of a property; those of the shapes that it refers to are their details.
  details=set(g.objects(None,SH.detail))
  found[name]=sorted({f"{str(g.value(r,SH.resultSeverity)).split('#')[1]} {str(g.value(r,SH.resultPath))}" for r in g.subjects(rdflib.RDF.type,SH.ValidationResult) if r not in details})
print(json.dumps([len(set(data.subjects(rdflib.RDF.type,rdflib.DCAT.Distribution)))>70,found]))`,
      join(real, "dcat.json"),
      SHAPES,
      "dcat-ap-3.0.1",
      "dcat-ap-3.0.1-recommended",
      "dcat-ap-3.0.1-vocabularies",
    );
    expect(report).toEqual([
      true,
      {
        "dcat-ap-3.0.1": [],
        // The records have no one period of time.
        "dcat-ap-3.0.1-recommended": ["Warning http://purl.org/dc/terms/temporal"],
        "dcat-ap-3.0.1-vocabularies": [
          // It asks for https://spdx.org/rdf/terms…, but SPDX's own terms are http://spdx.org/rdf/terms#….
          "Violation http://spdx.org/rdf/terms#algorithm",
          // The publisher is not one of the EU's institutions.
          "Warning http://purl.org/dc/terms/publisher",
        ],
      },
    ]);
  });

  const CROISSANT = `import json,logging,sys
said=[]
class Handler(logging.Handler):
  def emit(self,record): said.append(record.getMessage())
for name in ["","absl"]: logging.getLogger(name).addHandler(Handler(logging.WARNING))
import mlcroissant
ds=mlcroissant.Dataset(sys.argv[1])
issues=ds.metadata.ctx.issues
print(json.dumps([said,sorted(issues.errors),sorted(issues.warnings),{name:sum(1 for _ in ds.records(name)) for name in sys.argv[2:]}]))`;

  test("mlcroissant loads the records without a warning", async () => {
    const sets = ["ai-data-use-events", "ai-data-use-controls", "platforms", "rules", "about"];
    expect(await py(CROISSANT, join(real, "croissant.json"), ...sets)).toEqual([
      [],
      [],
      [],
      {
        "ai-data-use-events": csv(real, "ai-data-use-events.csv").length,
        "ai-data-use-controls": csv(real, "ai-data-use-controls.csv").length,
        platforms: csv(real, "csv/platforms.csv").length,
        rules: csv(real, "csv/rules.csv").length,
        about: csv(real, "csv/about.csv").length,
      },
    ]);
  });

  test("mlcroissant reads texts as they are, days as days, and what is missing as missing", async () => {
    const records = (await py(
      `import json,mlcroissant,pandas,sys
text=lambda v: None if pandas.isna(v) else str(v.date()) if isinstance(v,pandas.Timestamp) else v.decode() if isinstance(v,bytes) else str(v).lower() if "bool" in type(v).__name__ else str(v)
rows=lambda folder,name: [{k.split("/")[1]:text(v) for k,v in r.items()} for r in mlcroissant.Dataset(folder+"/croissant.json").records(name)]
print(json.dumps([[r["name"] for r in rows(sys.argv[1],"ai-data-use-controls")],rows(sys.argv[2],"ai-data-use-answers")]))`,
      hostile,
      real,
    )) as [string[], Record<string, string | null>[]];
    expect(records[0]).toEqual(HOSTILE);
    const empty = (row: Record<string, string>) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === "" ? null : value]));
    expect(records[1]).toEqual(csv(real, "ai-data-use-answers.csv").map(empty));
  });

  test("Hugging Face datasets, Polars, DuckDB and pandas read the tables", async () => {
    const rows = csv(real, "ai-data-use-answers.csv").length;
    const platforms = csv(real, "csv/platforms.csv").length;
    const operators = csv(real, "csv/operators.csv").length;
    expect(
      await py(
        `import datasets,duckdb,glob,json,os,pandas,polars,sys
os.chdir(sys.argv[1])
name="ai-data-use-answers"
ds=datasets.load_dataset("parquet",data_files=name+".parquet",split="train")
tables=sorted(glob.glob("**/*.csv",recursive=True))
count=lambda path: duckdb.sql(f"select count(*) from '{path}'").fetchall()[0][0]
same=[path for path in tables if not count(path)==count(path.replace("csv","parquet"))==len(pandas.read_csv(path,low_memory=False))==len(polars.read_parquet(path.replace("csv","parquet")))]
kinds=dict(duckdb.sql("select kind,count(*) from read_json('ai-data-use.ndjson',union_by_name=true) group by kind").fetchall())
print(json.dumps([ds.num_rows,ds.features["valid_from"].dtype,same,kinds,polars.read_csv(name+".csv",infer_schema_length=None).height,len(pandas.read_json("ai-data-use.ndjson",lines=True)),polars.read_ndjson("ai-data-use.ndjson",infer_schema_length=None).height,polars.read_ndjson("ai-data-use.ndjson",infer_schema_length=None)["practices"].count()]))`,
        real,
      ),
    ).toEqual([
      rows,
      "date32",
      [],
      { dataset: 1, operator: operators, platform: platforms },
      rows,
      ...[1, 1].map((dataset) => dataset + operators + platforms),
      platforms,
    ]);
  });

  test("openpyxl and pandas read the workbook: the rows of CSV, days as days, no formula", async () => {
    const [sheets, types, dtype] = (await py(
      `import json,openpyxl,pandas,sys
wb=openpyxl.load_workbook(sys.argv[1],read_only=True)
text=lambda v: "" if v is None else v.strftime("%Y-%m-%d") if hasattr(v,"strftime") else str(v).lower() if isinstance(v,bool) else str(v)
print(json.dumps([{ws.title:[[text(c.value) for c in row] for row in ws] for ws in wb},sorted({c.data_type for ws in wb for row in ws for c in row}),str(pandas.read_excel(sys.argv[1],sheet_name="events")["day"].dtype)]))`,
      join(real, "ai-data-use.xlsx"),
    )) as [Record<string, string[][]>, string[], string];
    for (const name of ["headlines", "kinds", "answers", "events", "controls"]) {
      const [header, ...rows] = parse(readFileSync(join(real, `ai-data-use-${name}.csv`))) as string[][];
      expect(sheets[name], name).toEqual([header, ...rows]);
    }
    expect([types, dtype]).toEqual([["b", "d", "n", "s"], "datetime64[us]"]);
  });

  test("hostile texts arrive: Excel by calamine, CSV by Python, Parquet and CSV by DuckDB, SQL by sqlite3, JSON by jq", async () => {
    const possible = HOSTILE.map((text) => text.replaceAll(/[\0\uffff]/g, "\ufffd"));
    const names = (await py(
      `import csv,duckdb,json,os,python_calamine,subprocess,sys
os.chdir(sys.argv[1])
# openpyxl 3.1.5 reads escapes differently in shared and in inline strings (findings/).
head,*rows=python_calamine.CalamineWorkbook.from_path("ai-data-use.xlsx").get_sheet_by_name("controls").to_python()
excel=[row[head.index("name")] for row in rows]
python=[r["name"] for r in csv.DictReader(open("ai-data-use-controls.csv",newline="",encoding="utf8"))]
duck=lambda path: [r[0] for r in duckdb.sql(f"select name from {path}").fetchall()]
subprocess.run("sqlite3 my.db < ai-data-use.sql",shell=True,check=True)
sql=[bytes.fromhex(h).decode() for h in subprocess.run(["sqlite3","my.db","select hex(name) from platforms order by id"],capture_output=True,text=True,check=True).stdout.split()]
lines=subprocess.run(["jq","-c","select(.kind==\\"platform\\").name","ai-data-use.ndjson"],capture_output=True,check=True).stdout.decode().split("\\n")[:-1]
print(json.dumps([excel,python,duck("read_csv('ai-data-use-controls.csv',all_varchar=true)"),duck("'ai-data-use-controls.parquet'"),sql,[json.loads(l) for l in lines]]))`,
      hostile,
    )) as string[][];
    expect(names).toEqual([
      possible,
      HOSTILE,
      HOSTILE,
      HOSTILE,
      HOSTILE.map((text) => text.replaceAll("\0", "\ufffd").replaceAll("\r\n", "\n")),
      HOSTILE,
    ]);
  });

  test("jq reads every JSON file", async () => {
    const { stdout } = await run(
      "bash",
      ["-c", "find . -name '*.json' | xargs -n 1 jq -e 'type' | sort -u"],
      {
        cwd: real,
        env,
      },
    );
    expect(stdout.trim()).toBe('"object"');
  });

  test("the links in metadata lead to the files where these are served", async () => {
    const base = `${origin}/download/latest/`;
    const { "@context": context, "@graph": graph } = (await (await fetch(`${base}dcat.json`)).json()) as {
      "@context": { "@base": string };
      "@graph": { "dcat:downloadURL"?: { "@id": string } }[];
    };
    const urls = graph.flatMap((node) => node["dcat:downloadURL"]?.["@id"] ?? []);
    expect(urls.length).toBeGreaterThan(30);
    for (const url of urls)
      expect([url, (await fetch(new URL(url, context["@base"]))).status]).toEqual([url, 200]);
    const sets = ["ai-data-use-events"];
    expect(await py(CROISSANT, `${base}croissant.json`, ...sets)).toEqual([
      [],
      [],
      [],
      { "ai-data-use-events": csv(real, "ai-data-use-events.csv").length },
    ]);
  });
});
