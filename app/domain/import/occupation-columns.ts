import { columnsOf } from "./columns.ts";

/** A printed list of the classification: its main table, or the one with trades. */
export const classificationColumns = columnsOf({
  code: ["职业编码", "编码", "代码"],
  name: ["职业名称", "名称", "职业"],
  level: ["层级", "级别"],
  definition: ["定义", "职业定义"],
  trades: ["工种", "包含工种"],
});
export const CLASSIFICATION_FIELD_NAMES = { code: "职业编码 code", name: "职业名称 name", level: "层级 level", definition: "定义 definition", trades: "工种 trades" } as const;

/** Titles that people coded. */
export const codedTitleColumns = columnsOf({
  title: ["岗位名称", "职位名称", "职位", "岗位", "招聘岗位", "招聘职位", "job_name", "job title", "job", "titles"],
  code: ["职业编码", "编码", "csco_code", "occupation code"],
});
export const CODED_TITLE_FIELD_NAMES = { title: "岗位名称 title", code: "职业编码 code" } as const;
