import { DEFAULT_ORIGIN } from "virtual:build";
import { type Dataset, isDataset, type Person } from "./dataset.ts";

/** What a person chose. */
export interface Settings extends Person {
  /** The server for newer data and whole answers: `https://…`. */
  origin: string;
  /** Get newer data once a week? */
  weekly: boolean;
}

const DEFAULTS: Settings = { region: "", plan: "free", origin: DEFAULT_ORIGIN, weekly: false };

/** What a person chose, with defaults. */
export const settings = (): Promise<Settings> => chrome.storage.local.get(DEFAULTS) as Promise<Settings>;

/** Keeps some choices. */
export const saveSettings = (changes: Partial<Settings>): Promise<void> => chrome.storage.local.set(changes);

const bundled = async (): Promise<Dataset> =>
  (await (await fetch(chrome.runtime.getURL("extension.json"))).json()) as Dataset;

/** The newest copy on this device: what a server gave, or what came with the extension. */
export async function dataset(): Promise<Dataset> {
  const [{ data }, own] = await Promise.all([chrome.storage.local.get("data"), bundled()]);
  return isDataset(data) && data.date >= own.date ? data : own;
}

/**
 * Gets the newest file from the server that the person chose. The request has no cookies, and is the same for everyone.
 * @throws {Error} why it could not be read
 */
export async function refresh(): Promise<Dataset> {
  const { origin } = await settings();
  const response = await fetch(`${origin}/download/latest/extension.json`, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const data: unknown = await response.json();
  if (!isDataset(data)) throw new Error("not extension.json");
  await chrome.storage.local.set({ data });
  return data;
}

/** The server of an address that a person wrote, without a path; undefined where it is none that can be used. */
export function originOf(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const { protocol, hostname, origin } = new URL(written);
  const isLocal = hostname === "localhost" || hostname === "127.0.0.1";
  return protocol === "https:" || (protocol === "http:" && isLocal) ? origin : undefined;
}
