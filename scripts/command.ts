import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { MigrationRefused, type MigrateResult } from "#prisma/migrate.ts";
import { type CommandHead, type CommandOutcome, type ParsedLine, print, runToExit } from "./command-line.ts";
import { migrateStack } from "./product/database.ts";
import { ensureReference } from "./product/reference.ts";
import { createProgress, stepReporter, type OnProgress, type Progress } from "./progress.ts";
import { unlessStopped, waitForStopSignal } from "./signals.ts";
import { openStack, StackUnavailable, type Stack } from "./stack/index.ts";

export { UsageError } from "./command-line.ts";

export interface CommandContext<A> {
  deps: Deps;
  /** Environment of the services, for a process of one's own. */
  env: Record<string, string>;
  args: A;
  positionals: string[];
  json: boolean;
  progress: Progress;
  /** Draws one bar per step name. */
  onProgress: OnProgress;
  /** Aborted by Ctrl-C and the like: long work should look at it between batches. */
  signal: AbortSignal;
  migrations: MigrateResult;
}

export interface Command<A> extends CommandHead<A> {
  run(context: CommandContext<A>): Promise<CommandOutcome>;
}

const ABORT_GRACE_MS = 5_000;

async function execute<A>(command: Command<A>, parsed: ParsedLine<A>, progress: Progress): Promise<number> {
  const stopped = waitForStopSignal();
  const abort = new AbortController();
  const steps = stepReporter(progress);
  let stack: Stack | undefined;
  let deps: Deps | undefined;
  const wish = stopped.then(async (name) => {
    abort.abort(new Error(name));
    await new Promise((resolve) => setTimeout(resolve, ABORT_GRACE_MS));
    throw new Error(`stopped by ${name}`);
  });
  wish.catch(() => undefined);
  try {
    stack = await unlessStopped(stopped, openStack({ profile: "main", progress }));
    const env = stack.env;
    const migrations = await migrateStack(stack, progress);
    // Logs share stdout with the result, so they are kept out of it unless asked for by name.
    const LOG_LEVEL = process.env.LOG_LEVEL ?? (parsed.json ? "silent" : "error");
    deps = await createDeps({ ...process.env, ...env, LOG_LEVEL }, { process: command.name });
    await ensureReference(deps, steps.onProgress, { renew: false });
    const { args, positionals, json } = parsed;
    const work = command.run({ deps, env, args, positionals, json, progress, onProgress: steps.onProgress, signal: abort.signal, migrations });
    const outcome = await Promise.race([work, wish]);
    steps.end();
    print(outcome, json);
    return outcome.ok ? 0 : 1;
  } finally {
    await deps?.close();
    await stack?.stop();
  }
}

/** Runs one command from its arguments to its exit code, with services brought up, migrated and let go again. */
export function runCommand<A = Record<string, never>>(command: Command<A>): Promise<never> {
  const isExpected = (error: Error) => error instanceof StackUnavailable || error instanceof MigrationRefused || error.name === "EnvironmentError";
  return runToExit(command, (parsed) => execute(command, parsed, createProgress({ silent: parsed.json })), isExpected);
}
