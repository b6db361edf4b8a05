/** Makes something when it is first asked for: for what takes time to make, and few programs or requests need. */
export function once<T extends NonNullable<unknown>>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
