import { SingleBar } from "cli-progress";

/** A bar that shows how far a command is. */
export interface Bar {
  /** @param total where it was not known before */
  update(done: number, total?: number): void;
  stop(): void;
}

/** A bar on a terminal, nothing elsewhere. */
export function progressBar(what: string, total: number): Bar {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: `[{bar}] {value}${total > 0 ? "/{total}" : ""} ${what}`,
    stream: process.stderr,
    hideCursor: true,
  });
  bar.start(total, 0);
  return {
    update(done, of = total) {
      bar.setTotal(Math.max(of, done));
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
