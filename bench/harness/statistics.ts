import type { Target } from "./measurement.ts";

/** The value below which a part of the values is; between two values it is interpolated. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
}

/** The middle of some values, and the two between which half of them is. */
export const spreadOf = (values: readonly number[]): { median: number; low: number; high: number } => ({
  median: quantile(values, 0.5),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
});

export type Verdict = "met" | "within the noise" | "lost";

/** Is a target met? It is lost only if three quarters of the rounds miss it. */
export function verdictOf(values: readonly number[], target: Target): Verdict {
  const { median, low, high } = spreadOf(values);
  if ("atLeast" in target)
    return median >= target.atLeast ? "met" : high >= target.atLeast ? "within the noise" : "lost";
  return median <= target.atMost ? "met" : low <= target.atMost ? "within the noise" : "lost";
}
