/** The parts of a pointer to evidence. */
export function parseRef(ref: string): { shared: boolean; source: string; passage: string | undefined } {
  const shared = ref.startsWith("operator:");
  const [source = "", passage] = (shared ? ref.slice("operator:".length) : ref).split("#");
  return { shared, source, passage };
}
