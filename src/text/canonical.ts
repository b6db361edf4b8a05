import canonicalize from "canonicalize";

/** Canonical JSON (RFC 8785). */
export const canonical = (value: unknown): string => canonicalize(value) as string;
