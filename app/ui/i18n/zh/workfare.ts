/** Texts of workfare: projects, awards, hiring, muster rolls, pay sheets, and a worker's own days and pay. */
export const workfare = {
  title: "以工代赈", saved: "已保存。", yuan: "元", yuanWeek: "元/周", about: "项目情况",
  kind: { FUNDED: "以工代赈项目", PROMOTED: "推广以工代赈方式" }, kindSays: { FUNDED: "用以工代赈资金安排的项目", PROMOTED: "其他财政资金的项目，按以工代赈的方式用本地群众" },
  part: { FOREMAN: "带班人", REPRESENTATIVE: "群众代表", WORKER: "务工群众" },
  objection: { "no-account": "还没有账户", "account-of-another": "账户不是本人的", "account-shared": "和别人用同一个账户" },
  account: { number: "银行账号或社保卡卡号", hint: "12 到 23 位数字，对照卡抄", bank: "开户银行", own: "这是我本人名下的账户", save: "保存账户" },
  list: {
    lead: "劳务报酬占比够不够，哪个项目要抓紧，一眼看清。", danger_one: "有 {{n}} 个项目照现在的速度达不到劳务报酬下限，排在最前面。", danger_other: "有 {{n}} 个项目照现在的速度达不到劳务报酬下限，排在最前面。", new: "登记项目", none: "辖区里还没有以工代赈项目", caption: "项目和劳务报酬",
    name: "项目", county: "县区", state: "劳务报酬", notAwarded: "还没有定施工单位", funds: "财政资金（元）", floor: "下限（元）", spent: "已发和应发（元）", share: "占资金", end: "完工", waits: "要办的", waitsValue: "名册 {{rolls}}，发放表 {{sheets}}",
  },
  form: {
    newTitle: "登记以工代赈项目", editTitle: "修改项目", heading: "项目内容", town: "在哪个乡镇", townHint: "下一步再选村", next: "下一步", otherTown: "换一个乡镇", register: "登记", save: "保存",
    name: "项目名称", nameHint: "和批复上的一样", kind: "项目类别", approvedOn: "批复日期", approvedHint: "按这一天的规定算劳务报酬下限", approvalRef: "批复文号", funds: "财政资金（元）", fundsHint: "一种来源填一格，没有的空着",
    share: "计划劳务报酬占比（%）", rate: "一天的报酬（元）", hours: "一天几小时", startsOn: "开工日期", lastOn: "完工日期", places: "在哪些村", placesHint: "勾全乡，或者勾村", wholeTown: "{{town}}全乡（镇）", moreTowns: "工程还在别的乡镇", addTown: "再加一个乡镇", addTownHint: "同一个县的。加上以后再勾村，已填的都在。", showTown: "加上",
    movedOn: "您打开这一页以后，别人改过这个项目。不一样的在下面。", nowSays: "现在是 {{now}}", yours: "您填的是 {{yours}}",
  },
  progress: { label: "工程完成了百分之几", never: "还没有填过", last: "上次填写：{{day}}，{{pct}}%", over: "已完工", save: "保存进度" },
  forecast: {
    title: "劳务报酬", spent: "已发和应发", spentNote: "占财政资金 {{share}}，其中已到账 {{paid}} 元", floor: "下限", floorNote: "占 {{share}}；计划 {{planned}} 元", atEnd: "照此到完工", atEndNote: "按工程进度 {{byWorks}} 元，按时间 {{byTime}} 元，取低的", needed: "往后每周要发", neededNote: "还有 {{weeks}} 周；到现在平均每周 {{now}} 元",
    planBelow: "计划的劳务报酬 {{planned}} 元，比下限 {{floor}} 元少。请改计划。", todo: "可以多用本地群众、少用机械，或者加人加天数。越早调整越容易。",
    state: { EARLY: "还看不出", MET: "已达到下限", SAFE: "照此能达到", AT_RISK: "照此达不到", TOO_LATE: "按现有人手已来不及", MISSED: "完工了，没达到" },
    flag: {
      AT_RISK: "还差 {{lacking}} 元。剩下 {{weeks}} 周，每周要发 {{needed}} 元，现在每周 {{now}} 元。", TOO_LATE: "还差 {{lacking}} 元。现有人手天天出工，到完工也只有 {{most}} 元。要加人，剩下 {{weeks}} 周每周要发 {{needed}} 元。", MISSED: "工程已完，劳务报酬比下限少 {{lacking}} 元。",
    },
  },
  chart: { says: "劳务报酬一周一周累计，和下限比", worked: "已发和应发", floor: "下限", forecast: "照此到完工", label: "已发和应发 {{spent}} 元，下限 {{floor}} 元，照此到完工 {{forecast}} 元", table: "每周的数字", week: "到哪一天", inWeek: "这一周", ofFloor: "占下限" },
  floors: { caption: "各种资金的劳务报酬下限", line: "资金来源", amount: "金额（元）", pct: "比例", floor: "下限（元）", rule: "依据", noRule: "批复那天没有规定", article: "方案第 {{n}} 条", since: "，{{day}} 起", memory: "（待核对）", total: "合计" },
  award: {
    title: "定施工单位", link: "定施工单位", none: "还没有定施工单位。", kind: "怎么定的", kinds: { TENDER: "招标", NEGOTIATED: "议标" }, kindSays: { TENDER: "按规定公开招标", NEGOTIATED: "规定允许的才能议标，写明理由" },
    mayTeam: "议标给扶贫专业工队", yes: "可以", teamOver: "规定已到期", teamNotDeep: "不可以，不是原深度贫困县", maySmall: "小工程不用招标", contractor: "施工单位", noUnit: "不是登记单位，在下面填队名", teamName: "队名", teamNameHint: "没有营业执照的专业工队填这里", isTeam: "是扶贫专业工队", isTeamHint: "本地群众应占 {{share}} 以上",
    team: "扶贫专业工队", teamSize: "队里几个人", teamLocal: "其中本地群众", teamLocalValue: "{{local}} / {{size}} 人", tooFewLocal: "本地群众不够", amount: "合同金额（元）", on: "日期", document: "合同或会议纪要编号", documentHint: "日后要能按这个编号找到原件", reason: "理由", reasonHint: "议标必须写", ground: "依据", save: "记下来",
  },
  hire: {
    title: "用本地群众", link: "用本地群众", lead: "岗位公开招，也从本县求职的人里推荐。监测户在前，再按合适程度排。", posts: "项目的岗位", noPosts: "还没有岗位。", post: "岗位", rate: "一天多少钱（元）", openings: "招几个人", act: "招人", who: "看谁合适", open: "在招", closed: "已招满或已结束",
    fitting_one: "{{title}}：本县合适的 {{n}} 人", fitting_other: "{{title}}：本县合适的 {{n}} 人", fittingSays: "点邀请，本人收到消息，自己答应才算。没有手机的，村里的协管员上门问。", nobody: "现在没有合适的人", nobodySays: "条件放宽一点，或者把一天的报酬提高一点。", monitored: "监测户",
    new: "开一个岗位", opened: "岗位已发布，合适的人在下面。", postTitle: "岗位名称", postTitleHint: "例如：砌护坡小工", occupation: "工种", choose: "请选", where: "在哪里", description: "干什么活", descriptionHint: "写清干什么、带什么工具、管不管接送", insurance: "上意外险", meals: "管饭", publish: "发布岗位",
  },
  crew: {
    title: "务工队伍", link_one: "务工队伍（{{n}} 人）", link_other: "务工队伍（{{n}} 人）", lead: "招来的人自动在这里；专业工队带来的人在下面加。工资只发到本人账户。", none: "还没有人", noneSays: "先开岗位招人，或者在下面加专业工队的人。",
    nr: "号", name: "姓名", village: "村", how: "怎么来的", hired: "岗位招的", byTeam: "专业工队", since: "从哪天", account: "账户", setAccount: "填账户", part: "身份", setPart: "改", gone: "离开队伍", left: "已离开",
    accountOf: "{{name}}的账户", accountNow: "现在是：{{account}}", accountSays: "对照本人的卡填。账户加密保存，只在给银行的表里打开。", accountOwn: "是本人名下的账户", add: "加一个专业工队的人", addSays: "要先在系统里登记过。家不在本辖区的，请当地人社部门登记。", fullName: "姓名", idNumber: "身份证号", addButton: "加进队伍",
  },
  rolls: {
    title: "务工名册", says: "一周或半个月一张，记天数，两人签字。没有信号也能记，纸上记的以后补录，不耽误发钱。", none: "还没有名册。", nr: "名册", roll: "第 {{nr}} 号名册", days: "日期", state: "状态", open: "在记", closed: "已结", persons: "人数", worked: "天数", pay: "报酬（元）",
    from: "从哪天开始", span: "多长", spans: { WEEK: "一周", HALF_MONTH: "半个月" }, new: "开名册",
  },
  muster: { title: "务工名册", lead: "记每个人干了几天。签字要两个人：带班人和群众代表。", phone: "没信号也能记", none: "没有您要记的名册", noneSays: "项目定了施工单位、有了队伍，名册就在这里。", next: "开下一张，从 {{day}} 起" },
  roll: {
    title: "务工名册", heading: "第 {{nr}} 号名册 {{from}}—{{to}}", print: "打印纸质名册", says: "一格是一天：1 是一整天（{{hours}} 小时），½ 是半天。", closedSays: "名册已结。要改，写明原因，新记一笔；原来的还在。", nobody: "队伍里还没有人", nobodySays: "先在“务工队伍”里加人，或者招人。",
    rate: "一天（元）", sum: "{{days}} 天，{{yuan}} 元", total: "{{people}} 人，共 {{yuan}} 元", fromPaper: "照纸质名册补录", save: "保存", correct: "改一笔", reason: "为什么改", reasonHint: "已结的名册必须写", done: { saved: "已记下。", signed: "已签字。", closed: "名册已结，天数已入账，可以做发放表了。" },
  },
  chain: { whole: "{{n}} 笔记录，一笔没动过", broken: "第 {{seq}} 笔记录被改动过，和当时记的不一样。请停发，查清再说。", cut: "后面的记录被删过，和封条对不上。请停发，查清再说。", tallies: "和计酬天数账一致，{{n}} 天", differs: "名册 {{entered}} 天，计酬天数账 {{booked}} 天，对不上", seal: "封条" },
  conflict: { title: "您打开以后，别人改过同一天。", movedOn: "刚才又有人改了。请再看一遍。", says: "两边都在下面。要按您的算，就勾上；不勾，按别人记的。", stored: "现在记的：", yours: "您记的：", save: "就这么定" },
  sign: {
    title: "两人签字", says: "带班人和群众代表各签一次。可以在自己的账号里签，也可以在纸上签。不用刷脸。", mine: "我看过了，签字", missing: "还没有签", onAccount: "本人账号签字", onPaper: "纸上签字，纸号 {{sheet}}", sheetNo: "纸质名册的编号", sheetNoHint: "两人都在纸上签好，再填", paper: "记下纸上的签字",
  },
  close: { title: "结名册", says: "两人都签了才能结。结了就入计酬天数账：同一天不能在两处拿整天的钱。招来的人第一次出工，自动记为到岗。", button: "结名册" },
  history: {
    title: "每一笔记录", says: "只加不改。每一笔的指纹都包含前一笔，改了哪一天都看得出来。", none: "还没有记录。", open: "看 {{n}} 笔记录", newest: "下面是最新的 {{n}} 笔。", seq: "笔", what: "内容", how: "怎么记的", by: "谁记的", at: "什么时候", hash: "指纹",
    kind: { FOREMAN: "带班人签字", REPRESENTATIVE: "群众代表签字", CLOSED: "结名册" }, way: { PAGE: "网页", PHONE: "手机离线", PAPER: "纸质" },
  },
  sheet: {
    title: "纸质名册", says: "打印出来挂在工地，每天画格子。扫右上角的码，就到这张名册的页面。", names: "带全名打印（有记录）", print: "打印", heading: "以工代赈务工名册", how: "整天画“1”，半天画“½”，没来空着", number: "纸号", qr: "打开这张名册", name: "姓名", days: "天数", rate: "一天（元）", signs: "本人签字", foreman: "带班人签字", representative: "群众代表签字", on: "日期",
  },
  phone: {
    title: "在手机上记名册", lead: "有信号时打开一次，名册就带在手机上，加密。没信号照样记，有信号自动上传。", needsScript: "这一页要开启浏览器的脚本。没有脚本，请用名册的网页，或者用纸质名册。", rolls: "带着的名册",
    rate: "一天（元）", take: "有 {{n}} 张名册。没信号前先设口令，名册才能带在手机上。", taken: "带着 {{n}} 张名册，{{time}} 更新。", noRolls: "没有在记的名册。", openFirst: "输入口令，看带着的名册。", roll: "{{name}} 号名册", choose: "选名册", save: "保存整张", saved: "已存在手机上，有信号自动上传。", nothing: "没有改动。", refreshed: "名册已更新。", away: "现在取不到名册，有信号时再试。", sent: "已上传：{{name}} 号名册",
  },
  sheets: {
    title: "报酬发放表", says: "照结了的名册算，一天只发一次。一人做表，另一人批准，公示期满，直接发到本人账户。", none: "还没有发放表。", nothing: "没有要发的。", held: "第 {{nr}} 号名册结了以后被改动过，先不发。请点开名册查清；别的名册照发。", make: "做发放表：{{n}} 人，{{yuan}} 元", overpaid_one: "有 {{n}} 天已发的钱比更正后的多。不能从工资里扣，请和本人商量。", overpaid_other: "有 {{n}} 天已发的钱比更正后的多。不能从工资里扣，请和本人商量。",
    nr: "发放表", sheet: "第 {{nr}} 号发放表", state: "状态", states: { DRAFT: "等第二人批准", APPROVED: "公示中", SENT: "已送银行", DONE: "全部到账" }, persons: "人数", total: "金额（元）", paid: "到账", failed: "没发成",
  },
  pay: {
    purpose: "为了什么打开账号", purposeSays: "记在审计里，写至少 4 个字。", purposeIs: "发放第 {{nr}} 号发放表的劳务报酬", purposeAgain: "第 {{nr}} 份文件没存好，再取一次",
    title: "报酬发放表", heading: "第 {{nr}} 号报酬发放表", total: "合计", people: "人数", madeBy: "谁做的", approvedBy: "谁批准的", publicity: "公示表", publicUntil: "公示到 {{day}}前", withheld_one: "有 {{n}} 人的账户不能发，先放着，改好账户再发。", withheld_other: "有 {{n}} 人的账户不能发，先放着，改好账户再发。", fixAccounts: "去改账户",
    otherApproves: "表是您做的，要由另一位工作人员批准。", approveSays: "核对人数、天数和金额，没有问题就批准。批准后公示。", approve: "批准", discard: "作废，重做", approved: "已批准，开始公示。", afterPublicity: "公示到 {{day}}，期满就能给银行。",
    fileSays_one: "给银行的表有 {{n}} 人，{{yuan}} 元。下载会打开账号，系统有记录。", fileSays_other: "给银行的表有 {{n}} 人，{{yuan}} 元。下载会打开账号，系统有记录。", xlsx: "下载银行表（XLSX）", csv: "下载银行表（CSV）", lost: "第 {{nr}} 份银行表没有下载到，可以再下载，不会多发。", againXlsx: "再下载第 {{nr}} 份（XLSX）", againCsv: "再下载第 {{nr}} 份（CSV）", paidOn: "银行发放日期", allPaid_one: "送去的 {{n}} 人都到账了", allPaid_other: "送去的 {{n}} 人都到账了",
    lines: "每个人的报酬", linesSays: "天数 × 一天的报酬，精确到分。", days: "天数", daysValue: "{{days}} 天", pay: "报酬（元）", account: "账户", result: "银行结果", isPaid: "到账了", isFailed: "没发成", failedWhy: "为什么没发成", cameBack: "退回来了", disputed: "本人有异议",
  },
  results: { WAITING: "等着发", SENT: "已送银行", PAID: "到账", FAILED: "没发成" },
  bank: { nr: "序号", name: "姓名", account: "账号", bank: "开户银行", amount: "金额", total: "合计" },
  public: { title: "公示表", says: "打印出来贴在村里。姓名只留一个字，没有账号。", heading: "以工代赈劳务报酬公示", notYet: "批准后公示", days: "公示 {{from}}—{{to}}", unit: "单位：元", worked: "天数", rate: "一天", pay: "报酬", object: "有不对的，在“我的务工报酬”里点一下，或者告诉村委会、打 12333。", village: "村委会" },
  mine: {
    title: "我的务工报酬", lead: "以工代赈干了几天，一天多少钱，发了没有。", sign: "名册和签字", none: "还没有以工代赈的记录", noneSays: "项目用了您，天数记进名册，就在这里看得到。", unpaid: "还没发的", unpaidSays: "名册里有、发放表里还没有的天数。", wages: "发放表", days: "{{days}} 天，一天一天看",
    paid: "已到账", failed: "银行没发成", atBank: "银行在办", draft: "在审核", public: "在公示", toBePaid: "名册已结，等做发放表", rollOpen: "名册还在记", wrong: "天数或钱不对", notCome: "钱没到，或者不对", disputeOpen: "您提过了，县里五个工作日内联系您。", disputeClosed: "您提过的，县里已办结。", disputeSent: "收到了，县里五个工作日内联系您。",
    account: "收款账户", accountSays: "工资只发到您本人名下的账户，不经过带班人。", noAccount: "还没有账户，不填发不了。", setAccount: "填账户", changeAccount: "换一个账户", accountSaved: "账户已保存。",
  },
  notice: { paid: "以工代赈报酬已发到您的账户", failed: "以工代赈报酬银行没有发成，请核对账户" },
};
