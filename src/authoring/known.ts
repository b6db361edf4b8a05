import { addressOf, hostsIn, hostsOf, isOtherService, slug } from "../model/index.ts";
import { NameIndex } from "../model/names.ts";
import type { RecordFile } from "../records/files.ts";
import { registrableOf } from "../records/public-suffix.ts";
import { didYouMean, nearest } from "../text/nearest.ts";
import { UsageError } from "../text/usage-error.ts";
import { slugOf } from "./ids.ts";

const fieldOf = (file: RecordFile, field: string): unknown =>
  (file.value as Record<string, unknown> | undefined)?.[field];
const wordsOf = (file: RecordFile, field: string): string[] => {
  const list = fieldOf(file, field);
  return Array.isArray(list) ? list.filter((x) => typeof x === "string") : [];
};
const nameOf = (file: RecordFile): string => {
  const name = fieldOf(file, "name");
  return typeof name === "string" ? name : file.id;
};

/** Endings of two letters that are used everywhere, not for a country (Google Search Central lists them). */
const GENERIC = new Set("ad ai as bz cc cd co dj fm io la me ms nu sc sr su tk tv ws".split(" "));

/** Is it a domain of a country, such as `amazon.de` or `amazon.co.jp`? */
const isOfCountry = (suffix: string): boolean => {
  const ending = suffix.split(".").at(-1) as string;
  return (/^[a-z]{2}$/.test(ending) && !GENERIC.has(ending)) || /^xn--/.test(ending);
};

/** The records that are there, as far as a new one can collide with them or name them. Valid or not. */
export class Known {
  readonly #files: readonly RecordFile[];
  readonly #platforms: readonly RecordFile[];
  readonly #names: Readonly<Record<RecordFile["kind"], NameIndex>>;

  constructor(files: readonly RecordFile[]) {
    this.#files = files;
    const isWithdrawn = (f: RecordFile): boolean => fieldOf(f, "withdrawn") !== undefined;
    // A withdrawn platform is found only where no other has the host or app, as in lookups.
    this.#platforms = files
      .filter((f) => f.kind === "platform")
      .sort((a, b) => Number(isWithdrawn(a)) - Number(isWithdrawn(b)));
    const index = (kind: RecordFile["kind"]): NameIndex =>
      new NameIndex(
        files
          .filter((f) => f.kind === kind)
          .map((f) => ({ id: f.id, name: nameOf(f), aliases: wordsOf(f, "aliases") })),
      );
    this.#names = { platform: index("platform"), operator: index("operator") };
  }

  /** @throws {UsageError} for an id that is invalid or taken */
  freeId(id: string): string {
    const valid = slug("").safeParse(id).success;
    const wanted = valid ? id : slugOf(id);
    for (const file of this.#platforms) {
      if (file.id === wanted)
        throw new UsageError(
          `${file.path} exists already and is not overwritten. \`npm run explain -- ${wanted}\` shows what it says.`,
        );
      if (wordsOf(file, "aliases").includes(wanted))
        throw new UsageError(
          `${wanted} is another name of ${file.id}, which ${file.path} describes. Edit it, or choose another id.`,
        );
    }
    if (!valid)
      throw new UsageError(
        `${JSON.stringify(id)} is not a valid id: lower-case letters and digits, joined by single hyphens.${wanted ? ` Did you mean ${wanted}?` : " Give one, such as acme: npm run new -- <id>."}`,
      );
    return id;
  }

  /** The host of a web address or domain. @throws {UsageError} when it is not one, is an app's, or belongs to a record */
  freeDomain(written: string): string {
    const { app } = addressOf(written);
    if (app && /[/:]/.test(written))
      throw new UsageError(
        `${JSON.stringify(written)} is the address of an app in a store (${app.id}), not the platform's own: give its domain, such as example.com.`,
      );
    const host = hostsOf(written)[0]?.replace(/^www\./, "");
    if (host === undefined)
      throw new UsageError(`${JSON.stringify(written)} is not a domain or URL, such as example.com.`);
    const { domain, suffix, known } = registrableOf(host);
    if (!known || domain === null)
      throw new UsageError(
        known
          ? `${host} is an ending under which domains are registered, not a platform's domain.`
          : `${host} is not a domain: no registry has .${suffix}. Correct the ending.`,
      );
    const owner = this.ownerOf(host);
    if (owner)
      throw new UsageError(
        `${host} belongs to ${owner.id} already (${owner.path}). \`npm run explain -- ${owner.id}\` shows what it says; edit it there.`,
      );
    return host;
  }

  /** @throws {UsageError} for a host under another platform's domain, or with its name: only a person knows whether it is a platform of its own */
  unowned(domains: readonly string[]): void {
    for (const domain of domains) {
      const own = `If people see another platform there, give it an id: npm run new -- <id> --domain ${domain}.`;
      const hosts = hostsOf(domain);
      for (const above of hosts) {
        const owner = this.ownerOf(above);
        if (owner && this.withHost(hosts))
          throw new UsageError(
            `${domain} lies under ${above}, which belongs to ${owner.id} (${owner.path}). ${own}`,
          );
      }
      const owner = this.namesakeOf(domain);
      if (owner && registrableOf(domain).domain === domain)
        throw new UsageError(
          `${domain} has the name of ${owner.host}, which belongs to ${owner.file.id}. If it is another domain of ${owner.file.id}, add it to \`domains\` in ${owner.file.path}. ${own}`,
        );
    }
  }

  /** The platform whose record names exactly this host. */
  ownerOf(host: string): RecordFile | undefined {
    return this.#platforms.find((f) => hostsIn(f.value).includes(host));
  }

  /** The platform that has the most exact of a URL's hosts, unless one of them belongs to another service. */
  withHost(hosts: readonly string[]): RecordFile | undefined {
    const file = hosts.map((host) => this.ownerOf(host)).find((owner) => owner !== undefined);
    return file && isOtherService(hosts, { otherDomains: wordsOf(file, "otherDomains") }) ? undefined : file;
  }

  /** The platform that has the same registered name under another ending, as amazon.com has that of amazon.de; and the host that has it. */
  namesakeOf(host: string): { file: RecordFile; host: string } | undefined {
    const { label } = registrableOf(host);
    if (label === null) return undefined;
    for (const file of this.#platforms)
      for (const known of hostsIn(file.value)) {
        const there = registrableOf(known);
        if (there.domain === known && there.label === label) return { file, host: known };
      }
    return undefined;
  }

  /** The platform that is most likely meant by the domain of a country: the one with the same registered name. */
  countrySiteOf(host: string): RecordFile | undefined {
    return isOfCountry(registrableOf(host).suffix) ? this.namesakeOf(host)?.file : undefined;
  }

  /** The platform that has an app. */
  withApp(address: string): RecordFile | undefined {
    const { app } = addressOf(address);
    if (!app) return undefined;
    return this.#platforms.find((f) => {
      const ids = (fieldOf(f, "apps") as Record<string, unknown> | undefined)?.[app.store];
      return Array.isArray(ids) && ids.includes(app.id);
    });
  }

  /** The record that a name means: an id, an alias or a name, however it is spelt, with or without what is in brackets. */
  named(kind: RecordFile["kind"], written: string): RecordFile | undefined {
    const id = this.#names[kind].find(written.trim());
    return id === undefined ? undefined : this.#files.find((f) => f.kind === kind && f.id === id);
  }

  /** The ids, aliases and names of which each finds its record. */
  #suggestions(kind: RecordFile["kind"]): string[] {
    const names = this.#files.filter((f) => f.kind === kind).map(nameOf);
    return [...this.#names[kind].suggestions(), ...names.filter((name) => this.named(kind, name))];
  }

  /** The id, alias or name nearest to what was written, which finds its record; undefined where none is near. */
  nearestTo(kind: RecordFile["kind"], written: string): string | undefined {
    return nearest(written.trim(), this.#suggestions(kind));
  }

  get operators(): { id: string; name: string }[] {
    return this.#files.filter((f) => f.kind === "operator").map((f) => ({ id: f.id, name: nameOf(f) }));
  }

  /** An operator by its id or name. @throws {UsageError} where it has no record, with the nearest id */
  operator(written: string): { id: string; name: string } {
    const found = this.named("operator", written);
    if (found) return { id: found.id, name: nameOf(found) };
    throw new UsageError(
      `There is no operator ${JSON.stringify(written)}.${didYouMean(written, this.#suggestions("operator"))} If it has no record yet: --operator-new "<its name>" --jurisdiction <ISO 3166 code, such as US>.`,
    );
  }

  /**
   * The id of a new operator: the given one, or one made of its name.
   * @throws {UsageError} when it is not valid, cannot be made, or is that of an operator
   */
  newOperator(name: string, given?: string): string {
    const id = given ?? slugOf(name);
    if (!slug("").safeParse(id).success)
      throw new UsageError(
        given === undefined
          ? `No id can be made of the name ${JSON.stringify(name)}: give one with --operator, such as --operator acme.`
          : `${JSON.stringify(given)} is not a valid id for the new operator: lower-case letters and digits, joined by single hyphens.`,
      );
    const found =
      this.named("operator", name) ?? this.#files.find((f) => f.kind === "operator" && f.id === id);
    if (found)
      throw new UsageError(`The operator ${nameOf(found)} has a record already: --operator ${found.id}.`);
    return id;
  }
}
