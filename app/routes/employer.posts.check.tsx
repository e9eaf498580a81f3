import type { ActionFunctionArgs } from "@remix-run/node";
import { loadPostRules } from "#app/data/policy.server.ts";
import { draftFromForm, reviewPost } from "#app/domain/post/review.ts";
import { formValues, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { preferencesFromRequest } from "../ui/i18n/preferences.ts";
import { reviewTexts } from "../ui/views/post-review.tsx";

/** The check while typing: what stands in the form so far, held against the rules. Nothing is kept. */
export async function action({ request, context }: ActionFunctionArgs) {
  requireActor(context, request, ["EMPLOYER"]);
  const values = formValues(await readForm(request));
  const review = reviewPost(draftFromForm(values), await loadPostRules(context.deps.pool, context.deps.clock.today()));
  return Response.json(reviewTexts(review, preferencesFromRequest(request).locale), { headers: { "Cache-Control": "no-store" } });
}

export function loader() {
  throw new Response(null, { status: 404 });
}
