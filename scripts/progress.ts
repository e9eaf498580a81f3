import type { Progress, Step } from "./launch/bar.mjs";

export { createProgress, renderBar } from "./launch/bar.mjs";
export type { Progress, Step } from "./launch/bar.mjs";

export type OnProgress = (step: string, done: number, total: number) => void;

/** For work that names its steps as it goes: one bar per name, ended when the next begins. */
export function stepReporter(progress: Progress): { onProgress: OnProgress; end(): void } {
  let name: string | null = null;
  let current: Step | null = null;
  const end = () => {
    current?.end();
    current = null;
    name = null;
  };
  return {
    onProgress(step, done, total) {
      if (step !== name) {
        end();
        name = step;
        current = progress.step(step, total);
      }
      current?.update(done, total);
    },
    end,
  };
}
