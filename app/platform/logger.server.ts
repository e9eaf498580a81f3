import { type Logger as Pino, pino } from "pino";

/** A closed set of fields: personal data has no place to go. */
export interface LogFields {
  requestId?: string;
  method?: string;
  path?: string;
  status?: number;
  durationMs?: number;
  useCase?: string;
  role?: string;
  userId?: string;
  job?: string;
  jobId?: string;
  queue?: string;
  event?: string;
  subjectId?: string;
  count?: number;
  attempt?: number;
  code?: string;
  detail?: string;
  error?: unknown;
}

export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

export function createLogger(process: string, level: string): Logger {
  // a command's standard output is its result
  const stream = pino.destination(process === "command" ? 2 : 1);
  const out: Pino = pino({ level, base: { process }, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, stream);
  const write = (level: "debug" | "info" | "warn" | "error") => (fields: LogFields, message: string) => {
    const { error, ...rest } = fields;
    out[level](error === undefined ? rest : { ...rest, error: describe(error) }, message);
  };
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

/** Name, code and stack without the message's values: a driver's message can quote a row. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { name: "unknown" };
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    code: typeof code === "string" ? code : undefined,
    stack: error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")).slice(0, 8).join("\n"),
  };
}
