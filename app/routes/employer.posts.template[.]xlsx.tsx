import type { LoaderFunctionArgs } from "@remix-run/node";
import { addDays } from "#app/domain/dates.ts";
import { templateWorkbook } from "#app/platform/tables/template-workbook.server.ts";
import { requireActor } from "#app/platform/web/guards.server.ts";
import { EXAMPLE_MARK } from "#app/usecases/posts/upload-posts.server.ts";

const HEADER = ["岗位名称", "市", "区县", "地址", "招聘人数", "工资", "学历", "经验", "工作内容", "福利", "有效期至"];

/** The table that the upload reads, with one row to show how. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  requireActor(context, request, ["EMPLOYER"]);
  const example = [`${EXAMPLE_MARK}电焊工`, "吕梁市", "临县", "工业园区3号", "3", "6000-8000元/月", "不限", "1年", "按图纸焊接钢结构件，白班，每月15日发工资，缴纳社会保险，提供宿舍。", "五险、包吃住", addDays(context.deps.clock.today(), 60)];
  const workbook = await templateWorkbook("岗位", HEADER, [example]);
  return new Response(new Uint8Array(workbook), {
    headers: { "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Content-Disposition": "attachment; filename=\"posts.xlsx\"; filename*=UTF-8''%E5%B2%97%E4%BD%8D.xlsx", "Cache-Control": "no-store" },
  });
}
