import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "../actor.ts";
import type { LoadContext } from "../load-context.ts";

/** An answer to a script on a phone, which no cache keeps. */
export const queueReply = (body: object, status = 200) => Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

export const batchSchema = (longestField: number) => z.object({ entries: z.array(z.object({ key: z.uuid(), form: z.record(z.string().max(longestField), z.unknown()) })).min(1).max(20) });

/** Takes what waited on a phone, at most twenty at once; each entry is answered by its key. Fields' names are as long as the form's own may be. */
export async function answerQueue(
  { request, context }: Pick<ActionFunctionArgs, "request"> & { context: LoadContext },
  { roles, longestField }: { roles: readonly Role[]; longestField: number },
  answer: (actor: Actor, key: string, form: Record<string, unknown>) => Promise<object>,
): Promise<Response> {
  const { actor } = context;
  if (actor === null) return queueReply({ error: "sign-in" }, 401);
  if (!roles.includes(actor.role)) return queueReply({ error: "forbidden" }, 403);
  const sent = batchSchema(longestField).safeParse(await request.json().catch(() => null));
  if (!sent.success) return queueReply({ error: "bad-request" }, 400);
  const results = [];
  for (const { key, form } of sent.data.entries) results.push({ key, ...(await answer(actor, key, form)) });
  return queueReply({ results });
}
