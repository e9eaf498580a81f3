import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { exportOwnData } from "#app/usecases/privacy/export-own-data.server.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";
import { ownHtml } from "../ui/own-data/own-html.ts";
import { ownJson } from "../ui/own-data/own-json.ts";

/** All that is held of a person as a file, written while it is read. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const result = await exportOwnData(context.deps, actor, {});
  if (!result.ok) throw new Response(null, { status: 404 });
  const { sections, namesOf } = result.value;
  const { clock } = context.deps;
  const asPage = new URL(request.url).searchParams.get("form") === "html";
  const pieces = asPage ? ownHtml(sections, localeFromRequest(request), namesOf, clock.now()) : ownJson(sections, { at: clock.now().toISOString() });
  return new Response(createReadableStreamFromReadable(Readable.from(pieces)), {
    headers: {
      "Content-Type": asPage ? "text/html; charset=utf-8" : "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="jingangtong-${clock.today()}.${asPage ? "html" : "json"}"`,
      "Cache-Control": "no-store, private",
    },
  });
}
