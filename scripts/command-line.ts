import { parseArgs, type ParseArgsConfig } from "node:util";
import { z } from "zod";

export interface CommandOutcome {
  /** False when the command did not do its job: the exit code is then 1. */
  ok: boolean;
  /** Printed as one line with --json. */
  result: Record<string, unknown>;
  /** Printed otherwise. */
  text: string;
}

export interface CommandHead<A> {
  name: string;
  describe: string;
  usage?: string;
  /** What --help says beyond that. */
  details?: string;
  options?: NonNullable<ParseArgsConfig["options"]>;
  args?: z.ZodType<A>;
  /** False for what has no result to print. */
  json?: false;
}

export interface ParsedLine<A> {
  args: A;
  positionals: string[];
  json: boolean;
  help: boolean;
}

/** A wrong way to call a command: exit code 2 and the usage, without a stack trace. */
export class UsageError extends Error {}

/** What was asked can't be done: the words for a person and, with --json, the details. Exit code 2: the input is wrong. */
export class CommandRefused extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

function parse<A>(command: CommandHead<A>): ParsedLine<A> {
  const options = { ...command.options, ...(command.json !== false && { json: { type: "boolean" as const } }), help: { type: "boolean" as const, short: "h" } };
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

function usageOf(command: CommandHead<never>): string {
  const names = Object.entries(command.options ?? {}).map(([name, { type }]) => `[--${name}${type === "string" ? " …" : ""}]`);
  const call = command.usage?.startsWith("npm ") ? command.usage : `npm run ${command.name} -- ${command.usage ?? names.join(" ")}`;
  return `${call}${command.json === false ? "" : " [--json]"}\n  ${command.describe}`;
}

export function print(outcome: CommandOutcome, json: boolean) {
  process.stdout.write(json ? `${JSON.stringify({ ok: outcome.ok, ...outcome.result })}\n` : `${outcome.text}\n`);
}

/** From the arguments to the exit code. An expected error is told by its words alone, any other with its stack trace. */
export async function runToExit<A>(command: CommandHead<A>, execute: (parsed: ParsedLine<A>) => Promise<number>, isExpected: (error: Error) => boolean = () => false): Promise<never> {
  let json = process.argv.includes("--json");
  let code: number;
  try {
    const parsed = parse(command);
    json = parsed.json;
    if (parsed.help) {
      process.stdout.write(`${usageOf(command as CommandHead<never>)}\n${command.details ?? ""}`);
      process.exit(0);
    }
    code = await execute(parsed);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const refused = error instanceof CommandRefused ? error : null;
    code = refused?.exitCode ?? (error instanceof UsageError ? 2 : 1);
    if (json) print({ ok: false, result: { error: message, ...refused?.details }, text: "" }, true);
    const told = refused !== null || error instanceof UsageError || !(error instanceof Error) || isExpected(error);
    process.stderr.write(`${told ? message : (error.stack ?? message)}\n${error instanceof UsageError ? `${usageOf(command as CommandHead<never>)}\n` : ""}`);
  }
  return process.exit(code);
}

/** Runs a command that needs no services: it works on files alone. */
export function runFileCommand<A>(command: CommandHead<A> & { run(parsed: ParsedLine<A>): Promise<CommandOutcome> }): Promise<never> {
  return runToExit(command, async (parsed) => {
    const outcome = await command.run(parsed);
    print(outcome, parsed.json);
    return outcome.ok ? 0 : 1;
  });
}
