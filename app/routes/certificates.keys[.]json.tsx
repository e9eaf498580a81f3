import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { readPublishedKeys } from "#app/data/read-models/certificate-check.server.ts";

/** The public keys that certificates are checked with, for everybody. */
export async function loader({ context }: LoaderFunctionArgs) {
  return json(await readPublishedKeys(context.deps), { headers: { "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" } });
}
