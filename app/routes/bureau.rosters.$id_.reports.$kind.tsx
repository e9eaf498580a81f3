import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { differencesIn, openRosterReport } from "#app/data/read-models/rosters-page.server.ts";
import { fileResponse } from "#app/platform/web/file-response.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";
import { rosterDifferencesCsv } from "../ui/roster-differences-csv.ts";

/** What was refused, left out or different, as a file; the rejects can be corrected in it and sent again. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const { fileName, kind, pieces } = found(await openRosterReport(context.deps, actor, params.id ?? "", params.kind ?? ""));
  const text = kind === "differences" ? rosterDifferencesCsv(differencesIn(context.deps, pieces), localeFromRequest(request)) : pieces;
  return fileResponse(createReadableStreamFromReadable(Readable.from(text, { objectMode: false })), "csv", `${fileName}.${kind}`);
}
