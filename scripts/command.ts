import { parseArgs, type ParseArgsConfig } from "node:util";
import { z } from "zod";
import { createDeps, type Deps } from "#app/platform/deps.server.ts";
import { MigrationRefused, type MigrateResult } from "#prisma/migrate.ts";
import { migrateStack } from "./product/database.ts";
import { ensureReference } from "./product/reference.ts";
import { createProgress, stepReporter, type OnProgress, type Progress } from "./progress.ts";
import { unlessStopped, waitForStopSignal } from "./signals.ts";
import { openStack, StackUnavailable, type Stack } from "./stack/index.ts";

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

export interface CommandOutcome {
  /** False when the command did not do its job: the exit code is then 1. */
  ok: boolean;
  /** Printed as one line with --json. */
  result: Record<string, unknown>;
  /** Printed otherwise. */
  text: string;
}

export interface Command<A> {
  name: string;
  describe: string;
  usage?: string;
  options?: NonNullable<ParseArgsConfig["options"]>;
  args?: z.ZodType<A>;
  run(context: CommandContext<A>): Promise<CommandOutcome>;
}

/** A wrong way to call a command: exit code 2 and the usage, without a stack trace. */
export class UsageError extends Error {}

const ABORT_GRACE_MS = 5_000;

function parse<A>(command: Command<A>): { args: A; positionals: string[]; json: boolean; help: boolean } {
  const options = { ...command.options, json: { type: "boolean" as const }, help: { type: "boolean" as const, short: "h" } };
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { json, help, ...values } = parsed.values;
  const checked = (command.args ?? (z.object({}) as unknown as z.ZodType<A>)).safeParse(values);
  if (!checked.success && !help) {
    throw new UsageError(checked.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}`).join("\n"));
  }
  return { args: checked.data as A, positionals: parsed.positionals, json: Boolean(json), help: Boolean(help) };
}

function usageOf(command: Command<never>): string {
  const names = Object.entries(command.options ?? {}).map(([name, { type }]) => `[--${name}${type === "string" ? " …" : ""}]`);
  const call = command.usage?.startsWith("npm run") ? command.usage : `npm run ${command.name} -- ${command.usage ?? names.join(" ")}`;
  return `${call} [--json]\n  ${command.describe}`;
}

function print(outcome: CommandOutcome, json: boolean) {
  process.stdout.write(json ? `${JSON.stringify({ ok: outcome.ok, ...outcome.result })}\n` : `${outcome.text}\n`);
}

async function execute<A>(command: Command<A>, parsed: ReturnType<typeof parse<A>>, progress: Progress): Promise<number> {
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
    deps = createDeps({ ...process.env, ...env, LOG_LEVEL }, { process: command.name });
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
export async function runCommand<A = Record<string, never>>(command: Command<A>): Promise<never> {
  let json = process.argv.includes("--json");
  let code: number;
  try {
    const parsed = parse(command);
    json = parsed.json;
    if (parsed.help) {
      process.stdout.write(`${usageOf(command as Command<never>)}\n`);
      process.exit(0);
    }
    code = await execute(command, parsed, createProgress({ silent: json }));
  } catch (error) {
    const expected = error instanceof UsageError || error instanceof StackUnavailable || error instanceof MigrationRefused || (error instanceof Error && error.name === "EnvironmentError");
    const message = error instanceof Error ? error.message : String(error);
    code = error instanceof UsageError ? 2 : 1;
    if (json) print({ ok: false, result: { error: message }, text: "" }, true);
    const detail = expected || !(error instanceof Error) ? message : (error.stack ?? message);
    process.stderr.write(`${detail}\n${error instanceof UsageError ? `${usageOf(command as Command<never>)}\n` : ""}`);
  }
  return process.exit(code);
}
