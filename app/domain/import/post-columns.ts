import { columnsOf } from "./columns.ts";

export const postColumns = columnsOf({
  sourceRef: ["id", "编号", "岗位编号", "职位编号", "招聘编号", "职位ID", "岗位ID", "job id", "post id", "reference"],
  title: ["岗位名称", "职位名称", "招聘岗位", "招聘职位", "岗位", "职位", "工种", "job title", "position", "job", "job name"],
  employer: ["company", "公司", "公司名称", "企业名称", "单位名称", "用人单位", "用人单位名称", "招聘单位", "招聘企业", "企业", "单位", "company name", "employer name"],
  creditCode: ["统一社会信用代码", "社会信用代码", "信用代码", "uscc", "credit code"],
  province: ["省", "省份", "工作省份"],
  city: ["城市", "工作城市", "工作地点", "工作地", "地点", "地区", "工作地区", "所在地", "所在城市", "就业地", "location", "place", "work place", "workplace"],
  district: ["区", "县", "区县", "县区", "县市区", "市县区", "工作区县", "county"],
  address: ["工作地址", "详细地址", "地址", "单位地址", "公司地址", "企业地址"],
  wage: ["salary", "薪资", "薪酬", "工资", "月薪", "薪水", "工资待遇", "薪资待遇", "薪酬待遇", "待遇", "薪资范围", "月工资", "工资标准", "pay", "wages"],
  wageMin: ["最低工资", "最低薪资", "薪资下限", "工资下限", "最低月薪", "salary min", "min salary", "minimum wage"],
  wageMax: ["最高工资", "最高薪资", "薪资上限", "工资上限", "最高月薪", "salary max", "max salary", "maximum wage"],
  education: ["学历", "学历要求", "文化程度", "教育程度", "最低学历", "文化要求", "degree", "education level"],
  educationCode: ["education code", "学历代码"],
  experience: ["经验", "工作经验", "经验要求", "工作年限", "年限要求", "work experience"],
  openings: ["headcount", "招聘人数", "人数", "需求人数", "用工人数", "岗位数", "岗位数量", "招工人数", "缺工人数", "vacancies", "number of openings"],
  description: ["描述", "说明", "职位描述", "岗位描述", "岗位职责", "工作内容", "工作职责", "职责", "岗位要求", "任职要求", "备注", "job description", "duties"],
  tags: ["标签", "关键词", "技能", "技能要求", "skills", "keywords"],
  benefits: ["福利", "福利待遇", "单位福利", "welfare"],
  industry: ["行业", "所属行业"],
  employerSize: ["company size", "企业规模", "公司规模", "单位规模", "规模", "人员规模"],
  published: ["发布日期", "发布时间", "发布于", "更新时间", "登记日期", "publish date", "published at", "date"],
  validUntil: ["有效期至", "截止日期", "截止时间", "有效期", "招聘截止", "valid until", "deadline", "expires"],
  stream: ["岗位类型", "岗位性质", "岗位类别", "渠道"],
});

export type PostField = keyof typeof POST_FIELD_NAMES;

/** Column names for messages about fields. */
export const POST_FIELD_NAMES = {
  sourceRef: "编号 id", title: "岗位名称 title", employer: "单位名称 employer", creditCode: "统一社会信用代码 credit code", province: "省份 province",
  city: "城市 city", district: "区县 district", address: "地址 address", wage: "工资 wage", wageMin: "最低工资 lowest wage", wageMax: "最高工资 highest wage",
  education: "学历 education", educationCode: "学历代码 education code", experience: "经验 experience", openings: "人数 openings",
  description: "描述 description", tags: "标签 tags", benefits: "福利 benefits", industry: "行业 industry",
  employerSize: "规模 size", published: "发布日期 published", validUntil: "有效期至 valid until", stream: "岗位类型 stream",
} as const;
