import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { readOfflineLists } from "#app/data/read-models/certificate-check.server.ts";

/** Everything a phone keeps to check certificates without a net, in one file of one moment. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = new URL(request.url).searchParams.get("lang") === "en" ? "en" : "zh";
  return json(await readOfflineLists(context.deps, locale), { headers: { "Cache-Control": "public, max-age=60", "Access-Control-Allow-Origin": "*" } });
}
