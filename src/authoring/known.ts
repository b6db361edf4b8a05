import { hostsIn, hostsOf, slug } from "../model/index.ts";
import type { RecordFile } from "../records/files.ts";
import { didYouMean } from "../text/nearest.ts";
import { UsageError } from "../text/usage-error.ts";
import { slugOf } from "./starting.ts";

const fieldOf = (file: RecordFile, field: string): unknown =>
  (file.value as Record<string, unknown> | undefined)?.[field];
const listOf = (file: RecordFile, field: string): string[] => {
  const list = fieldOf(file, field);
  return Array.isArray(list) ? list.filter((x) => typeof x === "string") : [];
};

/** The records that are there, as far as a new one can collide with them or name them. Valid or not. */
export class Known {
  readonly #files: readonly RecordFile[];

  constructor(files: readonly RecordFile[]) {
    this.#files = files;
  }

  /** @throws {UsageError} for an id that is invalid or taken */
  freeId(id: string): string {
    if (!slug("").safeParse(id).success)
      throw new UsageError(
        `${JSON.stringify(id)} is not a valid id: lower-case letters and digits, joined by single hyphens.${slugOf(id) ? ` Did you mean ${slugOf(id)}?` : ""}`,
      );
    for (const file of this.#files.filter((f) => f.kind === "platform")) {
      if (file.id === id)
        throw new UsageError(
          `${file.path} exists already and is not overwritten. \`npm run explain -- ${id}\` shows what it says.`,
        );
      if (listOf(file, "aliases").includes(id))
        throw new UsageError(
          `${id} is another name of ${file.id}, which ${file.path} describes. Edit it, or choose another id.`,
        );
    }
    return id;
  }

  /** The host of a web address or domain. @throws {UsageError} when it is not one, or belongs to a record */
  freeDomain(written: string): string {
    const host = hostsOf(written)[0]?.replace(/^www\./, "");
    if (host === undefined)
      throw new UsageError(`${JSON.stringify(written)} is not a domain or URL, such as example.com.`);
    const owner = this.ownerOf(host);
    if (owner)
      throw new UsageError(
        `${host} belongs to ${owner.id} already (${owner.path}). \`npm run explain -- ${owner.id}\` shows what it says; edit it there.`,
      );
    return host;
  }

  /** @throws {UsageError} for a host under another platform's domain: only a person knows whether it is a platform of its own */
  unowned(domains: readonly string[]): void {
    for (const domain of domains)
      for (const above of hostsOf(domain)) {
        const owner = this.ownerOf(above);
        if (owner)
          throw new UsageError(
            `${domain} lies under ${above}, which belongs to ${owner.id} (${owner.path}). If people see another platform there, give it an id: npm run new -- <id> --domain ${domain}.`,
          );
      }
  }

  /** The platform whose record names exactly this host. */
  ownerOf(host: string): RecordFile | undefined {
    return this.#files.find((f) => f.kind === "platform" && hostsIn(f.value).includes(host));
  }

  get operators(): { id: string; name: string }[] {
    return this.#files
      .filter((f) => f.kind === "operator")
      .map((f) => ({ id: f.id, name: String(fieldOf(f, "name") ?? f.id) }));
  }

  /** @throws {UsageError} for an operator without a record, with the nearest */
  operator(id: string): { id: string; name: string } {
    const found = this.operators.find((o) => o.id === id);
    if (found) return found;
    const names = this.operators.flatMap((o) => [o.id, o.name]);
    throw new UsageError(
      `There is no operator ${JSON.stringify(id)}.${didYouMean(id, names)} If it has no record yet: --operator-new "<its name>" --jurisdiction <ISO 3166 code, such as US>.`,
    );
  }

  /** @throws {UsageError} when there is an operator with that id */
  freeOperator(id: string): void {
    const found = this.operators.find((o) => o.id === id);
    if (found) throw new UsageError(`The operator ${found.name} has a record already: --operator ${id}.`);
  }
}
