import type { LoaderFunctionArgs } from "@remix-run/node";
import { readBrandMark } from "#app/data/read-models/brand-pages.server.ts";
import { found } from "#app/platform/web/guards.server.ts";

/** A brand's picture: public, and no page of its own whatever its bytes say. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { data, mimeType } = found(await readBrandMark(context.deps, params.id ?? ""));
  return new Response(data, {
    headers: {
      "Content-Type": mimeType, "Content-Length": String(data.length), "Cache-Control": "public, max-age=300", "Content-Security-Policy": "default-src 'none'; sandbox", "Cross-Origin-Resource-Policy": "same-origin",
    },
  });
}
