import type { OpeningReason, PaperForm } from "#app/domain/person/paper-forms.ts";

/** The wording of the printed forms. The sheets are Chinese in either language; the English texts explain them on screen. */
export const agentPaper = {
  title: "打印表格", heading: "打印{{name}}的表格", says: "姓名、证件号、手机号只在打印的表上显示全文。每打开一次都记入查看记录：谁、什么时候、为哪张表。", why: "为什么打开",
  reason: { PRESENT: "本人在场，要办这件事", ON_BEHALF: "本人托我代办", AGAIN: "上次打坏了，补打一张" } satisfies Record<OpeningReason, string>,
  choose: "打开哪张表", print: "打印", back: "返回", blanks: "系统里没有的内容留空，打印后用笔填写。", home: "住址",
  form: {
    "job-seeking": "求职登记表", "welfare-post": "公益性岗位申请表", "travel-subsidy": "外出务工交通补贴申请表", "stay-in-work": "务工稳岗补助申请表", consent: "个人授权同意书",
  } satisfies Record<PaperForm, string>,
  roster: "外出务工人员名册",
  cell: {
    name: "姓名", sex: "性别", birthDate: "出生日期", idNumber: "身份证号", age: "年龄", education: "文化程度", phone: "手机号", capacity: "劳动能力", home: "家庭住址", categories: "人员类别", certificates: "技能证书",
    trades: "求职意向", reach: "愿意去", pay: "最低月薪", housing: "住宿", from: "可上岗日期", workNow: "现工作单位", history: "主要工作经历", remark: "备注", familySize: "家庭人口", familyLabour: "劳动力人数", account: "开户姓名",
    welfareKind: "申请岗位类别", welfarePost: "申请岗位名称", reason: "不能外出务工原因", policy: "政策标准", employer: "务工单位", place: "务工地点", job: "从事岗位", area: "务工区域", left: "外出日期", arrived: "到岗日期", monthly: "月工资", months: "已连续务工", period: "申请补助时段",
    transport: "交通工具", fares: "票据张数及金额", amount: "申请金额", bank: "开户银行", card: "社保卡（银行卡）号", proof: "所附材料", promise: "本人承诺", village: "村（社区）意见", town: "乡镇（街道）意见", county: "县级部门意见", number: "序号", signature: "本人签字", sheetNumber: "编号",
  },
  value: {
    yes: "☑", no: "□", fen: "{{n}} 元", noPay: "不限", monthsUnit: "　　　个月", yuanUnit: "　　　　元", period: "　　　年　　月 至 　　　年　　月", signature: "申请人签字（按手印）：", date: "　　　　年　　月　　日", seal: "（盖章）", handler: "经办人：", filled: "填表日期：{{day}}",
    travelProof: "□ 身份证复印件　□ 社保卡复印件　□ 往返车票　□ 务工证明", stayProof: "□ 身份证复印件　□ 社保卡复印件　□ 劳动合同或务工证明　□ 工资流水", article: "实施方案第（{{n}}）条",
  },
  promise: {
    job: "以上内容是我本人提供，真实有效。我知道求职登记不收任何费用。", welfare: "我申请上述公益性岗位，所填内容真实。上岗后服从管理，按时出勤；找到别的工作时及时退出。",
    travel: "所填外出务工情况和票据真实，同一年度没有重复申领。如有虚假，愿意退回补贴并承担责任。", stay: "所填务工情况真实，没有重复申领。如有虚假，愿意退回补助并承担责任。",
  },
  consent: {
    intro: "为了找工作、办理就业补贴，我同意登记机构按下面打勾的用途使用我的个人信息。每一条都可以单独同意或不同意。", purpose: "用途", agree: "同意", disagree: "不同意", needed: "（登记必需）",
    holds: "登记的信息：姓名、身份证号、手机号、住址、技能、求职意向、务工情况。", guard: "姓名、身份证号、手机号加密保存，遮挡显示；谁看过都有记录。", withdraw: "我可以随时撤回同意、查看和更正我的信息，或要求删除，告诉村里或拨打 12333 即可。撤回不影响以前已办的事。",
    signed: "本人（签字、按手印）：", reader: "宣读人（签字）：", version: "文本版本：{{version}}",
  },
  rosterPage: { heading: "外出务工人员名册", says: "选一个村，勾上要列进名册的人，最多 {{n}} 人。", village: "村（社区）", show: "列出这个村的人", people: "哪些人", working: "已有工作", open: "打开名册", none: "这个村还没有登记的人。", unit: "填报村（社区）：{{village}}", count: "共 {{n}} 人", maker: "填表人：", head: "村负责人：", choose: "先选村" },
};
