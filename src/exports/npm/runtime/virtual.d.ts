/* What the package is written with, beside this code: the records of one release (../data.ts). */

declare module "virtual:release" {
  /** The release of these records. */
  export const release: import("./release.ts").Release;
  /** The groups, the countries, and the subdivisions that records name. */
  export const regions: readonly string[];
}

declare module "virtual:records" {
  export const platforms: readonly import("../../../model/index.ts").Platform[];
  export const operators: readonly import("../../../model/index.ts").Operator[];
}

declare module "virtual:catalogue" {
  export const catalogue: readonly import("./load.ts").CatalogueEntry[];
  export const loaders: {
    readonly platforms: Readonly<
      Record<string, () => Promise<{ default: import("../../../model/index.ts").Platform }>>
    >;
    readonly operators: Readonly<
      Record<string, () => Promise<{ default: import("../../../model/index.ts").Operator }>>
    >;
  };
}
