export const rules = {
  regimes: "过渡期与常态化帮扶对照", book: "政策规则", timeline: "历年规则", timelineSays: "每条线是一个地区，每段是一条规则，颜色深的是现行的。", rows: "全部规则行", back: "全部规则", rowsCount: "{{n}} 条", own: "各地另有规定 {{n}} 处",
  drafts: "待启用的草案", draftsSays: "草案不起作用，第二位工作人员启用后才算数。", draftsNone: "没有待启用的草案。", state: { DRAFT: "草案", ON: "已启用", DROPPED: "已作废" }, draftedBy: "拟稿", decidedBy: "经办",
  group: { benefits: "补贴", posts: "公益岗位与车间", workfare: "以工代赈", work: "工资与用工", watch: "帮扶监测", targets: "目标与时期", market: "招聘与匹配" },
  add: "加一行规则", addSays: "旧的规则不改：新规则从哪天起，旧的就到那天为止。由另一位工作人员启用。", addNot: "这一项是国家统一规定，不能在这里填。",
  area: "管哪里", value: { YUAN: "金额（元）", NUMBER: "数值", CATEGORIES: "人员类别", MONTH_DAYS: "受理起止（月-日，两个）", CODES: "代码（用逗号分开）" },
  valueHint: { YUAN: "只写数字，如 1800", NUMBER: "只写整数", CATEGORIES: "勾选适用的人员", MONTH_DAYS: "如 11-01 11-15", CODES: "如 6-16-01, 6-16-02" },
  documentNumber: "文号", documentHint: "如 晋乡振〔2023〕44号；没有文号写通知名称", article: "第几条", source: "依据说明", certainty: "可靠程度", validFrom: "从哪天起", validFromHint: "最早从今年 1 月 1 日起；往年已经结束，不能再改。", note: "说明", submit: "存为草案",
  draft: {
    title: "规则草案", heading: "草案：{{key}}", now: "现在的规则", next: "启用以后", closes: "这一行到 {{day}} 为止", closesNone: "这里还没有自己的规则；以前按上一级的规定。", on: "启用", onSays: "启用后马上生效，系统从生效日起按它算。", drop: "作废", dropReason: "作废的理由", reason: "说明（可不填）",
    simulateFirst: "这条规则会动到钱。请先在上面测算（范围要包括{{area}}），看过影响再启用。", fourEyes: "这是您自己拟的草案，要由另一位工作人员启用。", notYours: "这条规则不归您的地区管，只能看。", saved: "已存为草案。先测算，再请另一位工作人员启用。", isOn: "已启用，{{day}} 起生效。", isDropped: "已作废。", from: "从 {{day}} 起",
  },
  sim: {
    title: "规则测算", heading: "测算：{{key}}", run: "测算影响", runSays: "用某一年的台账算一遍：如果这一年全年都按新规则，谁多领、谁少领、一共多少钱。", year: "用哪一年的台账", list: "测算记录", none: "还没有测算过。", value: "改成", region: "测算范围", ofRule: "规则管的地区",
    status: { QUEUED: "排队中", RUNNING: "正在算", DONE: "已算完", FAILED: "没有算成" }, progress: "已算人数", refresh: "刷新看进度", failed: "没有算成（{{error}}）。请重新测算；还是不行，请告诉系统管理员。",
    gain: "多领的人", lose: "少领的人", same: "不变的人", before: "现行规则一年", after: "新规则一年", difference: "一年相差", person: "人", yuan: "元", byCounty: "分县", county: "县", people: "有变化的人", peopleSays: "姓名已遮盖；每次查看都有记录。", peopleNone: "没有人的金额变化。", nowYuan: "现行（元）", thenYuan: "改后（元）", differenceYuan: "相差（元）", home: "家在", otherCounties: "其余 {{n}} 个县", allCounties: "全部县",
    chart: "现行与新规则的一年支出（元）", what: "试一个数", whatSays: "不存草案，先看看影响。", earned: "按台账已够条件的人算，不论有没有申请。",
  },
  regime: {
    title: "两个时期的政策对照", heading: "过渡期与常态化帮扶", says: "左边是 2021–2025 年过渡期最后一天的规则，右边是 {{year}} 年起常态化帮扶的规则。往年的补助仍按往年的规则算。", key: "事项", transition: "过渡期（2021–2025）", regular: "{{year}} 年起", change: "变化", changes: { CHANGED: "有变化", NEW: "新增", ENDED: "到期", SAME: "沿用" }, none: "无", since: "{{day}} 起", count: "{{n}} 项有变化，{{same}} 项沿用。", same: "沿用不变的",
  },
  chart: { label: "{{key}} 历年规则", row: "{{area}}：{{from}} 起 {{value}}" },
};
