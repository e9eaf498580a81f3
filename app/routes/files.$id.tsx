import type { LoaderFunctionArgs } from "@remix-run/node";
import { openPhoto } from "#app/data/read-models/private-file.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";

/** A private photo, for those who may see it: never kept by a cache, and no page of its own whatever its bytes say. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER", "AGENT", "OFFICER", "ADMIN"]);
  const { bytes, mimeType, fileName } = found(await openPhoto(context.deps, actor, params.id ?? ""));
  return new Response(bytes, {
    headers: {
      "Content-Type": mimeType, "Content-Length": String(bytes.length), "Content-Disposition": `inline; filename="${fileName}"`, "Cache-Control": "no-store, private",
      "Content-Security-Policy": "default-src 'none'; sandbox", "Cross-Origin-Resource-Policy": "same-origin",
    },
  });
}
