import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { readRevocationList } from "#app/data/read-models/certificate-check.server.ts";

/** Certificates that were taken back: ids, dated and signed, for everybody. */
export async function loader({ context }: LoaderFunctionArgs) {
  return json(await readRevocationList(context.deps), { headers: { "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" } });
}
