import type { Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { changeBrand, setBrandMark, setBrandStandard } from "./change-brand.server.ts";
import { decideBrandApplication, recordBrandTest } from "./decide-application.server.ts";
import { decideBrandUse } from "./use-brand.server.ts";
import { keepBrandMember } from "./keep-member.server.ts";
import { assignBrandOperator, recogniseBrand, revokeBrandRecognition, takeBrandStep } from "./supervise-brand.server.ts";

const DESK = { test: recordBrandTest, decide: decideBrandApplication, member: keepBrandMember, change: changeBrand, standard: setBrandStandard, use: decideBrandUse } as const;
const BUREAU = { ...DESK, step: takeBrandStep, recognise: recogniseBrand, revoke: revokeBrandRecognition, operator: assignBrandOperator } as const;

/** What a form of a brand's desk asks for, by its `intent`; what is none of a desk's acts is refused as changing nothing would be. */
export async function actOnBrand(deps: Deps, actor: Actor, brandId: string, sent: { values: Record<string, unknown>; bytes: Uint8Array | null }, desk: "operator" | "bureau"): Promise<Result<unknown>> {
  const intent = String(sent.values.intent ?? "");
  if (intent === "mark") return setBrandMark(deps, actor, { brandId, bytes: sent.bytes ?? new Uint8Array() });
  const acts: Record<string, typeof changeBrand | typeof takeBrandStep | typeof recordBrandTest | typeof keepBrandMember | typeof decideBrandUse> = desk === "operator" ? { ...DESK } : { ...BUREAU };
  const act = Object.hasOwn(acts, intent) ? acts[intent]! : changeBrand;
  return act(deps, actor, { ...sent.values, brandId });
}
