export const welfare = {
  nav: "公益性岗位", title: "公益性岗位", says: "按需设岗、以岗聘任、在岗领补、有序退岗。",
  kind: { GENERAL: "普通岗", PV_STATION: "光伏岗", RANGER: "生态护林员", CLEANING: "保洁岗" },
  state: { APPLIED: "已申请", REVIEWED: "村里评议公示", CHECKED: "乡镇已审核", IN_POST: "在岗", ENDED: "已退岗", REFUSED: "未通过", WITHDRAWN: "本人撤回", NONE: "未申请" },
  act: { APPLY: "申请", REVIEW: "村里评议", RETURN: "退回重办", CHECK: "乡镇审核", SIGN: "签合同、上保险", INSURE: "补上保险", RENEW: "续签", MOVE_END: "错开到期日", PLAN: "记下去向", END: "退岗", REFUSE: "不通过", WITHDRAW: "撤回申请" },
  party: { PERSON: "本人", VILLAGE: "村（驻村工作队、协管员）", TOWN: "乡镇", COUNTY: "县" },
  needs: {
    "notice-over": "岗位公告期满", fits: "年龄、人员类别、本县规定都符合", "questions-answered": "一户多岗、村干部亲属、外出务工的，问清并记下", minutes: "会议纪要编号", "publicity-days": "公示起止日期，天数够", "publicity-over": "公示期满",
    "checked-again": "条件重新核一遍，首次审核的年龄留存", opening: "岗位还有名额，台账里没有别的在岗工作", contract: "合同编号和起止日期", insurance: "意外险保单号和起止日期，先上险后发钱", "within-term": "不超过最长年限", reason: "写明理由", choice: "选定去向", "end-day": "日期",
  },
  yuan: "元", yuanMonth: "{{yuan}} 元/月", hoursDays: "每天 {{hours}} 小时，每月 {{days}} 天", persons: "人", postsUnit: "个",
  desk: {
    heading: "{{place}}公益性岗位", links: "办什么", quotas: "名额与资金", attendance: "考勤", sheets: "补贴发放表", exits: "到期与去向", rules: "谁办哪一步", notices: "岗位公告", posts: "名额", taken: "已设岗 {{taken}}，还可设 {{left}}", inPost: "在岗", rangers: "其中生态护林员", rangersPlan: "方案（{{article}}）目标 {{n}} 人", rangersPlanUntil: "方案（{{article}}）目标 {{n}} 人，到 {{year}} 年", money: "资金安排", moneyNote: "控制数 {{amount}} 元",
    waiting: "等着办的", waitingSays: "轮到您的排在前面。", waitingNone: "没有等着办的。", held: "在岗的人", heldNone: "还没有人在岗。", mine: "轮到您", waits: "等 {{act}}", name: "姓名", village: "村", post: "岗位", state: "进度", since: "最近办理", until: "合同到期", flagged: "有需留意的情况", overdue: "合同已到期，续签或退岗", more: "只列前 200 人，请到村、岗位里看。",
  },
  quotas: {
    title: "名额与资金", heading: "{{year}} 年名额与资金", says: "先定资金控制数，再把名额分到村。名额和资金都不能超。", funds: "资金", fund: "资金来源", amount: "控制数（元）", promised: "已安排（元）", left: "剩余", document: "文件号", noFunds: "还没有录资金。", quotas: "各村名额", noQuotas: "还没有分到村。", village: "村", villageCode: "村", kind: "岗位类别", posts: "名额", set: "已设岗", free: "可设", filled: "在岗", pay: "补贴（元/月）", hours: "每月小时", hoursPerDay: "每天几小时", daysPerMonth: "每月几天", year: "年份", county: "县", saveFund: "保存资金", saveQuota: "保存名额", newFund: "录资金控制数", newQuota: "给村分名额", newQuotaSays: "同村同资金同类别的，保存就是改。补贴不低于当地最低工资的规定比例，工作量要与补贴相当。", saved: "已保存。", open: "设岗", town: "先选乡镇", show: "看村",
    share: "用掉的份额",
  },
  quota: { heading: "{{village}} · {{kind}} · {{year}} 年", left: "还可以设 {{left}} 个岗", setPost: "设岗并公告", titleLabel: "岗位名称", need: "为什么要设这个岗、做什么", needHint: "例：村里两条主街每天清扫，缺两个人手。", openings: "几个名额", noticeFrom: "公告从", noticeUntil: "公告到（这天起可以申请）", applyFrom: "可申请", noticeHint: "至少公告 {{days}} 天", submit: "设岗并公告", posts: "已设的岗", none: "还没有设岗。", notice: "公告期", full: "名额已全部设岗。", closed: "已撤" },
  post: {
    stage: { NOTICE: "公告中", OPEN: "可以申请", FULL: "已满", CLOSED: "已截止" }, facts: "岗位", village: "村", employer: "用工单位", kind: "类别", fund: "资金来源", pay: "补贴", work: "工作量", openings: "名额", left: "还剩 {{left}} 个", term: "合同期", months: "{{n}} 个月一签", notice: "公告期", noticeRange: "{{from}} 至 {{until}}", who: "谁可以申请", whoSays: "本县 {{min}}–{{max}} 周岁，脱贫户、监测户、易地搬迁、残疾、零就业家庭等，能做这份工作。", need: "做什么、为什么设岗", object: "对岗位有意见，公告期内向乡镇或县人社部门提出，或打 12333。", applications: "申请", noApplications: "还没有人申请。", list: "公益性岗位公告", listSays: "正在公告和可以申请的公益性岗位。公告满期后本人可以申请，也可以请村里代办。", listNone: "现在没有公告的岗位。", bureau: "办理这个岗位", close: "撤岗，空的名额还给村里", closed: "已撤岗。", applied: "申请已交。", public: "公告页（可打印）", print: "打印：浏览器的打印功能", signIn: "登录后申请",
    market: "也看看市场岗位", waitUntil: "{{day}} 起可以申请。", already: "您已有一份申请或岗位。",
  },
  apply: { title: "申请这个岗位", forSomebody: "替村民申请", forSays: "驻村工作队要有本人的委托；干部代办会给本人一份回执。", person: "申请人", kin: "本人或家人是不是本村村干部，或与村干部是近亲属", kinNo: "不是", relation: { SELF: "本人是", SPOUSE: "配偶", PARENT: "父母", CHILD: "子女", SIBLING: "兄弟姐妹", OTHER: "其他亲属" }, cadre: "村干部姓名", cadreHint: "加密保存，页面上只显示姓", household: "家里已有人在公益性岗位的，说明为什么还要申请", kinSays: "是村干部亲属的，说明怎么回避", away: "现在外面有工作的，说明打算", onlyIf: "没有这种情况就空着", submit: "交申请" },
  case: {
    title: "办理", heading: "{{name}} · {{title}}", next: "下一步", waits: "等{{who}}办“{{act}}”", nothing: "这一件已经办完。", person: "人", home: "家在", born: "{{year}} 年生", phone: "电话", account: "发放账户", setAccount: "登记发放账户", bank: "开户行", number: "账号", numberHint: "加密保存，只在生成银行文件时打开", ownAccount: "这是我本人名下的账户", theirAccount: "对照卡或存折，是本人名下的账户", leftInLedger: "就业台账里已记了离岗。请核对日期，办退岗；没有离岗的，请先更正台账。", saveAccount: "保存账户", age: "首次审核时年龄", checks: "核查", checksFine: "没有需要留意的情况。", answer: "答复", kin: "申报的村干部亲属", review: "评议与公示", minutes: "会议纪要", minutesHint: "例：村民代表会〔2026〕9号", publicFrom: "公示从", publicUntil: "公示到", publicityHint: "至少 {{days}} 天", contracts: "合同", contract: "合同编号", from: "从", until: "到", latest: "最长可到 {{day}}", insurance: "意外险", insurer: "保险公司", policy: "保单号", insuredFrom: "保险从", insuredUntil: "保险到", reason: "说明", choice: "去向", endedOn: "离岗日（从这天起不在岗）", newUntil: "新的到期日", plans: "到期后的去向", plan: "到期前 {{mark}} 天的建议", planNone: "还没到提建议的时候。", market: "市场岗位", other: "另一个公益性岗位", training: "培训", trainingSays: "保安、护理、电工等短期班，向县人社局培训科报名。", chosen: "定了：{{choice}}", history: "办理记录", pays: "补贴", pay: "{{month}} 的补贴", sheet: "发放表 {{month}}", result: { PENDING: "待发", PAID: "已发", FAILED: "没发成" }, ledger: "就业台账", days: "出工日历", saved: "已办。", publicityOn: "公示中", endSays: "退岗后，名额空出来，台账同时记下。",
    check: { household: "家里已有 {{n}} 人在公益性岗位（一户一岗）", kin: "申报了村干部亲属", away: "台账里在“{{title}}”上班", "age-below": "不到 {{limit}} 岁", "age-above": "{{age}} 岁，超过 {{limit}} 岁", category: "不属于规定的人员类别", excluded: "本县规定不再安排（{{document}}）", "no-capacity": "没有劳动能力", "other-county": "不是本县的人" },
  },
  board: { title: "评议结果公示", heading: "{{village}}“{{title}}”评议结果公示", says: "公示期间对人选有意见，请向乡镇或县人社部门反映，或打 12333。", none: "还没有评议结果。", days: "公示期", link: "评议结果公示（可打印）" },
  choice: { MARKET: "去市场岗位", TRAINING: "参加培训", ANOTHER_POST: "换一个公益性岗位", RENEW: "续签", RETIRE: "到龄退出" },
  rules: { title: "谁办哪一步", says: "这张表就是系统办事的规则：表里没有的，谁也办不了。", act: "哪一步", from: "在什么时候", to: "办完之后", who: "谁办", needs: "要什么", stays: "不变" },
  attendance: {
    title: "考勤", heading: "{{village}} {{month}} 考勤", says: "一行一人。记得哪天就勾哪天；只知道天数就填天数，系统排在空着的日子上。同一天别处已有全天工的会被拦下，并说明是哪里。", village: "村", month: "月份", monthHint: "例：2026-10", show: "打开", name: "姓名", count: "天数", byCount: "填天数", byDays: "勾日子", due: "满月 {{n}} 天", elsewhere: "别处已记", none: "这个月没有人在岗。", save: "保存考勤", saved: "已保存 {{n}} 人。", recorded: "已记 {{n}} 天", noContract: "合同没包括整月", notInsured: "保险没包括整月，补上才能发", empty: "空着的不变", noVillages: "辖区里还没有人在岗。",
  },
  source: { WELFARE: "公益岗", RANGER: "护林员", PV: "光伏岗", WORKFARE: "以工代赈", JOB: "务工" },
  sourceShort: { WELFARE: "公岗", RANGER: "护林", PV: "光伏", WORKFARE: "以工", JOB: "务工" },
  sheets: {
    title: "补贴发放表", says: "乡镇按考勤生成，县里另一个人审核，再出银行文件。没上保险的月份不发；补签、更正、没发成的，下一张表补。", town: "乡镇", month: "月份", prepare: "生成发放表", list: "发放表", none: "还没有发放表。", state: { PREPARED: "待审核", APPROVED: "已审核", SENT: "已交银行", SETTLED: "已发完" }, people: "人数", total: "金额（元）", failed: "没发成", heading: "{{town}} {{month}} 补贴发放表", line: "序号", name: "姓名", village: "村", post: "岗位", forMonth: "月份", days: "天", due: "应发", before: "已发", amount: "本次（元）", why: "说明", result: "结果", supplement: "补", sum: "合计",
    reason: { full: "满月", part: "按天", "outside-contract": "合同期外的天不计", "not-insured": "没上保险", "no-days": "没有出工", floor: "按最低标准补足" }, approve: "审核通过", approveSays: "做表的人不能自己审核。考勤变了要先重新生成。", ownWork: "这张表是您做的，要请另一个人审核。", prepareAgain: "按现在的考勤重新生成", bank: "银行文件", bankSays: "{{n}} 笔，共 {{yuan}} 元。打开账号会留痕，请写用途。", purpose: "用途", csv: "下载 CSV", xlsx: "下载 Excel", settle: "银行结果", settleSays: "把银行退回的贴在下面，一行一个：序号、原因。没写的都算发成。", answer: "银行退回的", sure: "已与银行回单核对", settleSubmit: "记下结果", public: "公示表（可打印）", publicHeading: "{{town}} {{month}}公益性岗位补贴公示", publicSays: "公示期间有意见，请向乡镇或县人社部门反映，或打 12333。", account: { "no-account": "没有登记账户，发不了", "account-of-another": "不是本人的账户，发不了", "account-shared": "和别人同一个账户，发不了" }, file: { name: "姓名", bank: "开户行", account: "账号", amount: "金额（元）", nr: "序号" },
  },
  exits: { title: "到期与去向", says: "到期前 180、90、30 天提出去向：市场岗位、培训、另一个岗位。一个村一个月最多 {{most}} 人到期，多了建议错开。", chart: "各村每月到期人数", levelled: "错开后", chartSays: "实心是现在，虚线框是错开以后。", none: "没有在岗的人。", people: "快到期的", left: "剩几天", plan: "去向", noPlan: "还没提", openPlan: "待定", suggest: "建议改到", move: "改到期日", reason: "错开到期，免得一村同月退岗太多", limit: "最长可到", moved: "已改。" },
  mine: { title: "我的公益性岗位", none: "您没有申请过公益性岗位。", find: "看岗位公告", withdraw: "撤回申请", days: "我的出工日历", link: "公益性岗位" },
  days: { title: "出工日历", heading: "{{name}}的出工日历", mine: "我的出工日历", says: "领钱的每一天记在一个本子上：同一天不会有两份全天工。", by: "各月天数", none: "还没有记下的天。", weekdays: "一 二 三 四 五 六 日", minutes: "{{n}} 小时", total: "合计" },
  job: { days: "干了几天（可以不填）", daysHint: "填了就排进出工日历", title: "出工天数", month: "月份", save: "保存天数" },
  notices: { "welfare-checked": "乡镇审核通过了：{{title}}", "welfare-refused": "申请没有通过：{{title}}", "welfare-signed": "合同已登记：{{title}}", "welfare-ending": "岗位快到期了，看看去向：{{title}}", "welfare-ended": "已退岗：{{title}}", "welfare-account": "工作人员登记了您的收款账户，不是您的请打 12333：{{title}}" },
};
