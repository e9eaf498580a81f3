import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileResponse } from "#app/platform/web/file-response.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { writeTable } from "../exports/write-table.server.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";

/** Any table of an officer's pages as a workbook: the rows, filters and limits of the page it stands on. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const table = found(await writeTable(context.deps, { actor, name: params.name ?? "", query: new URL(request.url).searchParams, locale: localeFromRequest(request) }));
  return fileResponse(table.body, "xlsx", table.fileName);
}
