import { channel, tracingChannel } from "node:diagnostics_channel";

/** What a trace shows of a step. A closed set of fields: personal data has no place to go. */
export interface RequestStep { method: string; route: string; requestId: string; status?: number }
export interface UseCaseStep { name: string; role: string; outcome?: string }
export interface JobStep { name: string; traceparents: readonly (string | undefined)[] }
/** A statement as it is written in the code, with `?` for each value. */
export interface StatementStep { sql: string }

const requests = tracingChannel<"jgt:request", RequestStep>("jgt:request");
const useCases = tracingChannel<"jgt:use-case", UseCaseStep>("jgt:use-case");
const jobs = tracingChannel<"jgt:job", JobStep>("jgt:job");
const throughMysql2 = tracingChannel<"jgt:mysql2", StatementStep>("jgt:mysql2");
const throughPrisma = tracingChannel<"jgt:prisma", StatementStep>("jgt:prisma");

type Channel<S extends object> = ReturnType<typeof tracingChannel<string, S>>;
/** Tells whoever watches; while nobody does, it is the work alone. */
const told = <S extends object>(on: unknown) => <T>(step: S, work: () => Promise<T>): Promise<T> => {
  const steps = on as Channel<S>;
  return steps.start.hasSubscribers ? steps.tracePromise(work, step) : work();
};

export const asUseCase = told<UseCaseStep>(useCases);
export const asJob = told<JobStep>(jobs);
export const asMysql2Statement = told<StatementStep>(throughMysql2);
export const asPrismaStatement = told<StatementStep>(throughPrisma);

/** Goes on with a request inside of its step. Gives what ends it, or null while nobody watches. */
export function beginRequest(step: () => RequestStep | null, goOn: () => void): ((status: number) => void) | null {
  const begun = requests.start.hasSubscribers ? step() : null;
  if (begun === null) {
    goOn();
    return null;
  }
  requests.start.runStores(begun, goOn);
  return (status) => requests.asyncEnd.publish(Object.assign(begun, { status }));
}

const carriers = channel("jgt:carrier");

/** The trace in which this happens, to be carried along with what follows from it; null while no traces are made. */
export function carriedTrace(): string | null {
  const box: { traceparent: string | null } = { traceparent: null };
  if (carriers.hasSubscribers) carriers.publish(box);
  return box.traceparent;
}
