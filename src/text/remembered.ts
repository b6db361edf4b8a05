/** Caches a result by object, for as long as the object is in use. The object must not change afterwards. */
export function remembered<T extends object, R>(make: (value: T) => R): (value: T) => R {
  const known = new WeakMap<T, { made: R }>();
  return (value) => {
    const kept = known.get(value);
    if (kept !== undefined) return kept.made;
    const made = make(value);
    known.set(value, { made });
    return made;
  };
}
