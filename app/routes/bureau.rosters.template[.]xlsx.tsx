import type { LoaderFunctionArgs } from "@remix-run/node";
import { templateWorkbook } from "#app/platform/tables/template-workbook.server.ts";
import { fileResponse } from "#app/platform/web/file-response.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";

const HEADER = ["户编号", "姓名", "身份证号", "手机号", "市", "区县", "乡镇", "村", "人员类别", "安置点", "文化程度", "劳动能力", "能否外出", "技能特长", "证书名称", "证书等级", "证书编号", "发证机构", "发证日期", "意向岗位", "期望薪资", "意向地区"];

/** An empty roster whose columns are all known. All of it is text, so that no spreadsheet turns a resident ID into a number. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  requireActor(context, request, ["OFFICER", "ADMIN"]);
  return fileResponse(await templateWorkbook("花名册", HEADER, []), "xlsx", "花名册");
}
