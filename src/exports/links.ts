import type { ExportInput } from "./input.ts";

type State = Pick<ExportInput, "release" | "origin">;

/** The release in paths and queries; undefined for records that are in no release. */
const versionOf = ({ release: { version } }: State): string | undefined =>
  version === "unreleased" ? undefined : version;

/** The origin without a slash at its end. */
const originOf = ({ origin }: State): string | undefined => origin?.replace(/\/+$/, "") || undefined;

/** The URL of the folder in which the files are served, with a slash at its end; undefined where no origin is known. */
export const folderUrl = (state: State): string | undefined => {
  const origin = originOf(state);
  return origin && `${origin}/download/${versionOf(state) ?? "latest"}/`;
};

/** The page that lists the files, relative to the server's root. */
export const landingPath = (state: State): string => {
  const version = versionOf(state);
  return version === undefined ? "download" : `download?release=${version}`;
};

/** The URL of the page that lists the files; undefined where no origin is known. */
export const landingUrl = (state: State): string | undefined => {
  const origin = originOf(state);
  return origin && `${origin}/${landingPath(state)}`;
};
