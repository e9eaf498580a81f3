import type { LabourCapacity, PlaceClass, PostScope, Role, SkillLevel, Stream, WagePeriod, WelfareKind, CertificateKind, Education, PersonCategoryKind, Sex } from "#app/domain/terms.ts";
import type { EvidenceKind, PlacementEventKind, PlacementState } from "#app/domain/placement/types.ts";
import type { RUNGS } from "#app/domain/placement/proof.ts";

export const terms = {
  stream: { MARKET: "市场岗位", WORKSHOP: "帮扶车间", WELFARE: "公益性岗位", WORKFARE: "以工代赈" } satisfies Record<Stream, string>,
  streamSays: {
    MARKET: "企业和个体直接招的工作，省内省外都有",
    WORKSHOP: "家门口的小厂，就近上班",
    WELFARE: "出不了远门、一时找不到工作的人优先",
    WORKFARE: "参加家乡工程建设，按天拿报酬",
  } satisfies Record<Stream, string>,
  placeClass: { IN_COUNTY: "县内", IN_PROVINCE: "县外省内", OUT_OF_PROVINCE: "省外", OVERSEAS: "境外" } satisfies Record<PlaceClass, string>,
  scope: { IN_PROVINCE: "省内", OUT_OF_PROVINCE: "省外", OVERSEAS: "境外" } satisfies Record<PostScope, string>,
  education: {
    NONE: "不限", PRIMARY: "小学", JUNIOR: "初中", SENIOR: "高中", SECONDARY: "中专中技", COLLEGE: "大专", BACHELOR: "本科", MASTER: "硕士", DOCTOR: "博士",
  } satisfies Record<Education, string>,
  skillLevel: {
    APPRENTICE: "学徒工", JUNIOR: "初级工", INTERMEDIATE: "中级工", SENIOR: "高级工", TECHNICIAN: "技师", SENIOR_TECHNICIAN: "高级技师",
    SPECIAL_TECHNICIAN: "特级技师", CHIEF_TECHNICIAN: "首席技师",
  } satisfies Record<SkillLevel, string>,
  certificateKind: { QUALIFICATION: "职业资格证书", SKILL_LEVEL: "职业技能等级证书", SPECIAL_ABILITY: "专项职业能力证书", TRAINING: "培训合格证书" } satisfies Record<CertificateKind, string>,
  verification: { UNVERIFIED: "待核验", VERIFIED: "已核验", REFUSED: "核验未通过", REVOKED: "已撤销" },
  wagePeriod: { HOUR: "小时", DAY: "天", MONTH: "月", YEAR: "年", PIECE: "件" } satisfies Record<WagePeriod, string>,
  welfareKind: { GENERAL: "乡村公益性岗位", PV_STATION: "光伏公益岗位", RANGER: "生态护林员", CLEANING: "乡村保洁" } satisfies Record<WelfareKind, string>,
  countyClass: { DEMONSTRATION: "先行示范县", GENERAL: "整体推进县", KEY_SUPPORT: "重点帮扶县", UNKNOWN: "类别未确定" },
  personCategory: {
    POVERTY_LIFTED: "脱贫劳动力", MONITORED_UNSTABLE: "脱贫不稳定户", MONITORED_MARGINAL: "边缘易致贫户", MONITORED_SUDDEN: "突发严重困难户", RELOCATED: "易地扶贫搬迁",
    LOW_INCOME: "农村低收入人口", DISABLED: "残疾人", ZERO_EMPLOYMENT_HOUSEHOLD: "零就业家庭", NONE: "不属于以上各类",
  } satisfies Record<PersonCategoryKind | "NONE", string>,
  sex: { F: "女", M: "男" } satisfies Record<Sex, string>,
  povertyLifted: { NATIONAL: "脱贫县（国家级）", PROVINCIAL: "脱贫县（省级）" },
  employerKind: { OWN_RECRUITING: "单位直招", COMMERCIAL_AGENCY: "经营性人力资源机构", PUBLIC_AGENCY: "公共就业服务机构" },
  employerStatus: { PENDING: "待核验", APPROVED: "已核验", SUSPENDED: "已暂停" },
  postStatus: { DRAFT: "草稿", PUBLISHED: "招聘中", CLOSED: "已关闭", EXPIRED: "已过期", BLOCKED: "已下架" },
  fundLine: { CENTRAL_BUDGET: "中央预算内投资", CENTRAL_BRIDGING: "中央衔接资金", PROVINCIAL: "省级资金", LOCAL: "市县财政资金" },
  labourCapacity: { FULL: "全劳动力", HALF: "弱半劳动力", NONE: "无劳动能力" } satisfies Record<LabourCapacity, string>,
  role: {
    SEEKER: "求职者", EMPLOYER: "用人单位", OFFICER: "人社部门", AGENT: "村协管员", OPERATOR: "培训与品牌机构", ADMIN: "系统管理员", SYSTEM: "系统",
  } satisfies Record<Role, string>,
  rung: {
    NONE: "未到岗", CLAIMED: "有人申报", PERSON_CONFIRMED: "本人确认", EMPLOYER_CONFIRMED: "单位确认", EVIDENCED: "有合同或工资凭证",
  } satisfies Record<(typeof RUNGS)[number], string>,
  placementState: {
    NONE: "无记录", OFFERED: "已推荐", ACCEPTED: "已接受", DEPARTED: "已出发", ON_THE_JOB: "在岗", ENDED: "已结束",
  } satisfies Record<PlacementState, string>,
  eventKind: {
    OFFERED: "推荐岗位", ACCEPTED: "接受岗位", DEPARTED: "离家出发", ON_THE_JOB: "到岗", STILL_ON_THE_JOB: "仍在岗", ENDED: "结束", REVERSED: "更正",
  } satisfies Record<PlacementEventKind, string>,
  evidence: {
    NONE: "无", STATEMENT: "口头确认", CONTRACT: "劳动合同", PAY_RECORD: "工资发放记录", PHONE_CHECK: "电话核实", RUN: "匹配批次",
  } satisfies Record<EvidenceKind, string>,
  matchStatus: { PROPOSED: "等待答复", ACCEPTED: "已接受", DECLINED: "已谢绝", SUPERSEDED: "已被新推荐替代", LAPSED: "已失效" },
  declineReason: {
    "too-far": "太远", "pay-too-low": "工资低", "cannot-leave-now": "眼下走不开", "not-my-trade": "不是我干的活", "have-work": "已经有活干",
    other: "别的原因", "took-other": "接受了别的岗位",
  },
  runStatus: { QUEUED: "排队中", RUNNING: "进行中", DONE: "已完成", FAILED: "未完成", CANCELLED: "已取消", STOPPING: "停止中" },
  runPhase: {
    queued: "等待开始", snapshot: "读取求职者和岗位", index: "整理人员", "stage-1": "匹配：市场、车间、以工代赈",
    "stage-2": "匹配：公益性岗位", prices: "更新价格", candidates: "查找最合适的人", auction: "岗位竞选人员",
    "market-first": "市场岗位优先", "monitored-first": "监测户优先", "brand-first": "品牌成员优先", bound: "证明结果", drafts: "写明理由",
    write: "发布推荐", notify: "通知本人", done: "完成",
  },
  person: { fullAge: "{{age}} 岁" },
};
