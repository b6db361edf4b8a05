import { ObserveError } from "./error.ts";

/*
 * OpenTelemetry's standard variables. Its libraries ignore what they cannot read, or fail at the first span; a
 * wrong value stops the start here.
 */

type Env = Readonly<Record<string, string | undefined>>;

/** The samplers that OpenTelemetry's specification names and this server has. */
const SAMPLERS = ["always_on", "always_off", "traceidratio"].flatMap((name) => [name, `parentbased_${name}`]);

/** What is wrong with a value, as the rest of a sentence; undefined where nothing is. */
type Rule = (value: string) => string | undefined;

const url: Rule = (value) =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
    ? undefined
    : "is not a URL: give one that begins with http:// or https://, for example http://localhost:4318.";

const oneOf =
  (...values: readonly string[]): Rule =>
  (value) =>
    values.includes(value) ? undefined : `is not one of ${values.join(", ")}.`;

const milliseconds: Rule = (value) =>
  /^\d+$/.test(value) && Number(value) > 0
    ? undefined
    : "is not a time: give a whole number of milliseconds from 1.";

const ratio: Rule = (value) =>
  /^(0|1|0?\.\d+|[01]\.\d+)$/.test(value) && Number(value) <= 1
    ? undefined
    : "is not a ratio: give a number from 0 to 1.";

const pairs: Rule = (value) =>
  value
    .split(",")
    .every((pair) => /^\s*[^=\s,]+\s*=[^,]*$/.test(pair) && isEncoded(pair.slice(pair.indexOf("=") + 1)))
    ? undefined
    : "is not a list of names and values: give name=value, separated by commas, with other characters percent-encoded.";

function isEncoded(value: string): boolean {
  try {
    decodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}

/** By variable; those of the exporter have a form for traces alone too. */
const RULES: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(
    ["OTEL_EXPORTER_OTLP", "OTEL_EXPORTER_OTLP_TRACES"].flatMap((prefix) => [
      [`${prefix}_ENDPOINT`, url],
      [`${prefix}_PROTOCOL`, oneOf("http/protobuf", "http/json")],
      [`${prefix}_TIMEOUT`, milliseconds],
      [`${prefix}_HEADERS`, pairs],
    ]),
  ),
  OTEL_TRACES_SAMPLER: oneOf(...SAMPLERS),
  OTEL_TRACES_SAMPLER_ARG: ratio,
  OTEL_RESOURCE_ATTRIBUTES: pairs,
  OTEL_SDK_DISABLED: (value) => oneOf("true", "false")(value.toLowerCase()),
};

/** Whether a variable is a secret, so that its value is not printed. */
const isSecret = (name: string): boolean => name.endsWith("_HEADERS");

/** Checks the variables. An empty one is as good as none. @throws {ObserveError} for the first that is wrong */
export function checkOtel(env: Env): void {
  for (const [name, rule] of Object.entries(RULES)) {
    const value = env[name];
    const fault = value ? rule(value) : undefined;
    if (fault !== undefined) throw new ObserveError(`${name}${isSecret(name) ? "" : `=${value}`} ${fault}`);
  }
}
