import type { Card } from "../../api/index.ts";

/** Raise it when the same card is drawn in another way, so that pictures that were published are made again. */
export const EDITION = 1;

const encoder = new TextEncoder();

/** The name under which a picture is kept: the same card has the same. */
export async function keyOf(card: Card): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", encoder.encode(JSON.stringify(card)));
  const hex = [...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `pictures/${EDITION}/${hex}.png`;
}
