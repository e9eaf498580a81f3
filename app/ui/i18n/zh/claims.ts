export const claims = {
  title: "我能领的补贴", heading: "我能领的补贴", says: "按您的务工记录和现行文件算出来的。能领的可以马上申请，县里审核后发到本人账户。", link: "我能领的补贴", print: "打印这一页，可以拿到村委会或县人社局办。", year: "{{year}} 年", years: "看哪一年", person: "{{name}}能领的补贴", forPerson: "补贴",
  benefit: { TRAVEL: "外出务工交通补助", STAY_IN_WORK: "务工稳岗补助", TRAINING_AID: "培训生活补贴", STARTUP: "一次性创业补助", HIRING: "一次性吸纳就业补助" },
  benefitSays: { TRAVEL: "到县外干活，一年一次。", STAY_IN_WORK: "同一家单位干满半年，按月补。", TRAINING_AID: "参加培训的天数，按天补。", STARTUP: "返乡开店办厂，一生一次。", HIRING: "帮扶车间每招一人，一次。" },
  state: { OPEN: "可以申请", NOT_YET: "还不能领", CLOSED: "申请期已过", NO_RULE: "当地没有这项规定", APPLIED: "已申请，等县里审核", CHECKED: "审核通过，等发放", PAID: "已发放", REFUSED: "没有通过", WITHDRAWN: "已撤回" },
  amount: "{{n}} 元", atMost: "最高 {{n}} 元", perDay: "每天 {{n}} 元，最多 {{most}} 天", would: "够条件后：{{n}} 元", wouldMost: "够条件后：最高 {{n}} 元",
  noDeadline: "文件没有规定期限", inYear: "那一年的标准：{{n}} 元", inYearMost: "那一年的标准：最高 {{n}} 元", by: "依据", until: "申请截止", from: "从哪天起", ruleUntil: "这条规定到 {{day}} 为止", ruleOpen: "这条规定 {{day}} 起执行", bring: "要带的材料", toCheck: "待核对", toCheckSays: "这个数字还没有核对过文件，以县里答复为准。", lacking: "还差什么", noDocument: "文号待补",
  paper: { ID_CARD: "身份证", BANK_CARD: "本人社保卡或银行卡", TICKET: "车票", CONTRACT: "劳动合同或务工证明", PAY_SLIPS: "工资流水", CERTIFICATE: "培训证书", LICENCE: "营业执照", ROSTER: "用工名册" },
  lack: {
    category: "这项补助给脱贫户、监测户等，登记里没有这样的类别；有变化请找村委会", "no-work": "这一年还没有到岗的务工记录", "in-county": "在本县干活，没有交通补助", proof: "到岗还没有人确认：请本人或单位确认",
    months: "在同一家单位干了 {{have}} 个月，要满 {{need}} 个月，还差 {{left}} 个月（30 天算一个月，按有人证明的天数）", "pay-low": "月平均工资 {{have}} 元，要到 {{need}} 元", "pay-unknown": "还不知道工资：请在“我的工作”里报一下", "no-training": "这一年没有培训证书", "training-unverified": "培训证书等人社局核验", "training-paid-by-class": "这一年的补贴由培训班的补贴表发",
    "no-startup": "没有登记返乡创业；开了店请找村里协管员登记", "startup-months": "开业满 {{need}} 个月，到 {{day}} 才够", "startup-closed": "登记的店已经停业", "not-recognised": "那时车间没有认定", "window-not-open": "{{day}} 才开始受理", "window-closed": "{{day}} 已经截止",
  },
  basis: { head: "怎么算的", months: "在岗 {{n}} 个月", pay: "月均工资 {{n}} 元（本人报的）", payPost: "月工资 {{n}} 元（岗位上写的）", rung: "到岗凭据：{{rung}}", day: "按 {{day}} 的规定和人员类别", place: "工作地：{{place}}" },
  apply: "申请", applyFor: "申请{{benefit}}", days: "培训了多少天", withdraw: "撤回申请", applied: "已申请。县里审核后，会在“消息”里告诉您。", appliedFor: "已替本人申请。", withdrawn: "已撤回，以后还能再申请。", mine: "申请过的补贴", mineNone: "还没有申请过补贴。", at: "申请时间", what: "补贴", status: "进度", change: "办理", fen: "金额", paid: "实发", none: "还没有登记务工记录，所以算不出补贴。",
  notices: { paid: "您申请的补贴已发放", refused: "您申请的补贴没有通过，点开看原因" },
  list: { title: "补贴申请", heading: "补贴申请与发放", says: "县里先审核，再发放；同一项补贴一人一年只能领一次。", state: "进度", all: "全部", benefit: "补贴", year: "年份", filter: "筛选", none: "没有这样的申请。", person: "姓名", workshop: "车间", home: "家在", amount: "应发（元）", paid: "实发（元）", document: "文号", applied: "申请时间", decided: "办理时间", reason: "说明", count: "{{n}} 件", sum: "{{n}} 元" },
  page: {
    title: "补贴申请", by: "谁申请的", again: "现在再算", againSame: "与申请时一致", againLess: "按现在的台账只有 {{n}} 元，请先核实", againNot: "按现在的台账已不够条件，不能通过", ledger: "看务工台账", claims: "看本人全部补贴", checkedBy: "谁审核的", twoOfficers: "审核和发放要由两位工作人员分别办理。", otherPays: "这件是您审核的，发放要由另一位工作人员办；您仍可写理由不通过。", check: "审核通过", pay: "确认发放", refuse: "不通过", paidYuan: "实际发放（元）", paidHint: "不超过 {{n}} 元；少发要写理由", reason: "理由或说明", decided: "已办：{{state}}", units: "{{n}} 天", saved: "已保存。",
  },
};
