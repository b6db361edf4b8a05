/** Origins of pages that this machine serves. */
const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Websites, and extensions of browsers. */
const ANY = /^(https?|[a-z]+-extension):\/\/[^/\s]+$/;

/**
 * May a web page use this server? The specification has servers check the Origin header, because a page could reach a
 * server on its visitor's machine under a name that resolves to it (DNS rebinding). A public server has nothing that
 * not everyone may read, and answers all websites; any other answers only pages of its own machine.
 */
export const acceptsOrigin = (origin: string, isPublic: boolean): boolean =>
  (isPublic ? ANY : LOOPBACK).test(origin);
