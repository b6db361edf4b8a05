/** What a picture of a platform's answer shows, for links on other sites: every text is in one language. */
export interface Card {
  /** The platform. */
  name: string;
  /** The headline. */
  sentence: string;
  /** The verdict in words. */
  answer: string;
  /** What has to be added, such as that other answers apply in some places. */
  note: string | undefined;
  /** The switch: its form, and the shapes of its drawing, 36 by 20 units. */
  form: string;
  shapes: readonly [element: string, attributes: Readonly<Record<string, string>>][];
}

/** Makes or keeps the pictures. */
export interface Pictures {
  /** The picture as PNG; undefined where this server has none of it. */
  png(card: Card): Promise<Uint8Array<ArrayBuffer> | undefined>;
}
