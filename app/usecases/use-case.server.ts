import type { z } from "zod";
import { writeAudit } from "#app/data/audit.server.ts";
import type { ActKind } from "#app/domain/account/delegation.ts";
import type { Day } from "#app/domain/dates.ts";
import type { Problem, Result } from "#app/domain/result.ts";
import { refuse } from "#app/domain/result.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { asUseCase, type UseCaseStep } from "#app/platform/traces/steps.ts";
import { performAct } from "./perform-act.server.ts";

interface RunContext<S extends z.ZodType> {
  deps: Deps;
  actor: Actor;
  input: z.output<S>;
}

interface Definition<S extends z.ZodType, T> {
  name: string;
  /** who may ask at all; finer checks (own record, region) belong to run */
  roles: readonly Role[];
  input: S;
  /** what the audit names: the kind of record, and its id from the input or from what came of it */
  subject: { type: string; id(input: z.output<S>, value: Readonly<Record<string, unknown>>): unknown };
  /**
   * What it is for whoever acts for somebody. Left out: closed to them. A kind of act: with the person's consent to that kind, and a
   * receipt to the person; `personOf` tells whose act it is when an agent or officer asks in their own name, `since` from which day on the words of consents name the act. `look`: reads only.
   * `own`: has nothing to do with the person.
   */
  act?: { kind: ActKind; since?: Day; personOf?(context: RunContext<S>): Promise<string | null> } | "look" | "own";
  /** for what it was done, where that is asked for; otherwise the actor says it */
  purpose?(input: z.output<S>): string;
  run(context: RunContext<S>): Promise<Result<T>>;
}

export interface UseCase<T> {
  readonly useCaseName: string;
  readonly roles: readonly Role[];
  /** what a call is read with */
  readonly input: z.ZodType;
  (deps: Deps, actor: Actor, input: unknown): Promise<Result<T>>;
}

/** Parses, authorises, runs, writes the audit, logs: a use case can't be built without an actor, a role list and a schema. */
export function useCase<S extends z.ZodType, T>(definition: Definition<S, T>): UseCase<T> {
  const perform = async (deps: Deps, actor: Actor, raw: unknown): Promise<Result<T>> => {
    if (!definition.roles.includes(actor.role)) return refuse("forbidden");
    const parsed = definition.input.safeParse(raw);
    if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(toProblem) };
    const startedAt = performance.now();
    const input = parsed.data;
    const subjectId = (result: Result<T>) =>
      String(definition.subject.id(input, result.ok ? (result.value as Record<string, unknown>) : {}) ?? actor.personId ?? "-").slice(0, 40);
    const { act } = definition;
    const { result, onBehalfOf } = await performAct(deps, actor, {
      name: definition.name,
      subjectType: definition.subject.type,
      subjectId,
      act: typeof act === "object" ? { kind: act.kind, since: act.since, personOf: act.personOf && (() => act.personOf!({ deps, actor, input })) } : act,
      run: (inner) => definition.run({ deps: inner, actor, input }),
    });
    const purpose = definition.purpose?.(input) ?? actor.purpose;
    await writeAudit(deps, { ...actor, purpose }, {
      action: definition.name,
      subjectType: definition.subject.type,
      subjectId: subjectId(result),
      outcome: result.ok ? "ok" : (result.problems[0]?.code ?? "refused"),
      onBehalfOf,
    });
    deps.logger.info(
      {
        useCase: definition.name,
        role: actor.role,
        userId: actor.userId ?? undefined,
        requestId: actor.requestId,
        durationMs: Math.round(performance.now() - startedAt),
        code: result.ok ? "ok" : result.problems[0]?.code,
      },
      "use case",
    );
    return result;
  };
  const call = (deps: Deps, actor: Actor, raw: unknown): Promise<Result<T>> => {
    const step: UseCaseStep = { name: definition.name, role: actor.role };
    return asUseCase(step, async () => {
      const result = await perform(deps, actor, raw);
      step.outcome = result.ok ? "ok" : (result.problems[0]?.code ?? "refused");
      return result;
    });
  };
  return Object.assign(call, { useCaseName: definition.name, roles: definition.roles, input: definition.input });
}

/** A schema's own message is a catalogue code (`z.string().min(1, "required")`); zod's defaults become `invalid`. */
export function toProblem(issue: z.core.$ZodIssue): Problem {
  const isCode = /^[a-z][a-z0-9-]*$/.test(issue.message);
  const absent = issue.code === "invalid_type" && issue.input === undefined;
  return { code: isCode ? issue.message : absent ? "required" : "invalid", field: issue.path.map(String).join(".") || undefined };
}
