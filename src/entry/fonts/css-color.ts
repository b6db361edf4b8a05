/*
 * Takes the place of the package css-color-converter in the Worker and in the server's bundle (wrangler.toml and
 * bundle/make.ts name it): badge-maker reads colours with it. Our badges have only colours as #rrggbb, and the package
 * reads all of CSS with ten times the code. A test compares the two.
 */

/** A colour as badge-maker needs it; null for one that is not written as #rrggbb. */
export function fromString(colour: string): { toRgbaArray(): number[] } | null {
  const [, ...parts] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) ?? [];
  return parts.length === 0
    ? null
    : { toRgbaArray: () => [...parts.map((part) => Number.parseInt(part, 16)), 1] };
}
