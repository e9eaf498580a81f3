import { z } from "zod";
import { keepNote, readProof } from "#app/data/phone-codes.server.ts";
import { whoSchema } from "#app/domain/account/registration.ts";
import { ageProblem } from "#app/domain/person/identity.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { toProblem } from "../use-case.server.ts";

const draftSchema = z.object({ name: z.string(), idNumber: z.string(), education: z.string(), countyCode: z.string() }).partial();
export type RegistrationDraft = z.output<typeof draftSchema>;

/** What a registration under way has been told; nothing where there is nothing. */
export function readDraft(note: unknown): RegistrationDraft {
  return draftSchema.catch({}).parse(note ?? {});
}

/** Keeps who somebody says they are, for the next step and for whoever comes back within the hour; as typed, once it is right. */
export async function keepWho(deps: Deps, proofSecret: string | null, values: unknown): Promise<Result<{ countyCode: string }>> {
  const proof = await readProof(deps, proofSecret);
  if (!proof) return refuse("proof-over");
  const parsed = whoSchema.safeParse(values);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(toProblem) };
  const problem = ageProblem(parsed.data.idNumber.birthDate, deps.clock.today());
  if (problem) return refuse(problem, { field: "idNumber" });
  await keepNote(deps, proof.id, readDraft(values));
  return ok({ countyCode: parsed.data.countyCode });
}
