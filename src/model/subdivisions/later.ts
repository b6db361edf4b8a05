/** For Workers, whose scripts must be small: the list is a static asset, which they read before the first answer. */
export const SUBDIVISIONS: string | undefined = undefined;
