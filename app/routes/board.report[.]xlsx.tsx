import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAskedReport } from "#app/data/read-models/month-report.server.ts";
import { publicRegion } from "#app/platform/permissions.ts";
import { reportWorkbook } from "#app/platform/tables/report-workbook.server.ts";
import { fileResponse } from "#app/platform/web/file-response.ts";
import { found } from "#app/platform/web/guards.server.ts";
import { localeFromRequest } from "../ui/i18n/preferences.ts";
import { monthReport } from "../ui/month-report.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps, actor } = context;
  const view = found(await readAskedReport(deps, new URL(request.url).searchParams, publicRegion(actor)));
  const report = monthReport(view, localeFromRequest(request), deps.clock.now());
  return fileResponse(await reportWorkbook(report), "xlsx", report.title);
}
