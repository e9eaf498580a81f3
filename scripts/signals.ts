const NAMES = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A terminal sends Ctrl-C to the whole group and npm passes it on again: within this time both are one wish. */
const SAME_WISH_MS = 1_500;
const PARENT_LOOK_MS = 1_000;

/**
 * Resolves with the first stop signal, or once the launcher that started this process is gone. A second, later signal
 * ends the process at once; the guard then ends what is left.
 */
export function waitForStopSignal(): Promise<string> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  return new Promise((resolve) => {
    let first = 0;
    const take = (name: string) => {
      if (first === 0) {
        first = Date.now();
        resolve(name);
      } else if (Date.now() - first > SAME_WISH_MS && name !== "parent") {
        process.exit(130);
      }
    };
    for (const name of NAMES) process.on(name, () => take(name));
    if (process.env.JGT_LAUNCHER !== String(process.ppid)) return;
    const launcher = process.ppid;
    setInterval(() => {
      if (process.ppid !== launcher) take("parent");
    }, PARENT_LOOK_MS).unref();
  });
}

/** For work that may be left in the middle: a stop ends the process, and the guard ends whatever was begun. */
export async function unlessStopped<T>(stopWish: Promise<string>, work: Promise<T>): Promise<T> {
  let over = false;
  const finish = () => (over = true);
  work.then(finish, finish);
  void stopWish.then((name) => {
    if (over) return;
    process.stderr.write(`\n已停止 Stopped (${name}).\n`);
    process.exit(130);
  });
  return work;
}
