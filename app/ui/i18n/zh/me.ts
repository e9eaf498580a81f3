export const me = {
  title: "我的", heading: "{{name}}，您好", from: "家在{{home}}", nothing: "现在没有新的推荐。系统每次匹配后，有合适的会放在这里。", nothingLink: "自己找找看",
  current: "正在办的工作", currentLink: "看进展、报到岗", proposal: "给您推荐了一份工作", proposalLink: "看推荐，答复愿不愿意",
  wish: "我的意向", wishNone: "还没有填写意向。填了才能给您推荐。", wishFill: "填写意向", wishEdit: "修改意向", certificates: "我的证书", certificatesNone: "还没有登记证书。有证书的，拍张照片就能登记。",
  certificatesLink: "添加或查看证书", certificate: "证书", level: "等级", expires: "有效期至", state: "核验", noExpiry: "长期", noLevel: "不分级", placements: "工作经历",
  matches: {
    placed: "您已经有一份正在办的工作，办完以前不再推荐新的。",
    suiting: "现在就合适的岗位", suitingSays: "按您的意向、证书和路程当场比对，和全省匹配用的是同一个分数。合适就直接报名，不用等。", score: "{{score}} 分", whyFits: "为什么合适",
    title: "我的机会", heading: "我的机会", proposed: "{{day}}为您推荐", why: "为什么推荐给您", accept: "我愿意去", decline: "不去", declineHeading: "不想去？告诉我们原因",
    declineSays: "下次会照着您的意思推荐，不影响以后。", declineSend: "谢绝这份推荐", earlier: "以前的推荐", none: "现在没有等您答复的推荐", reason: "原因：{{reason}}", more: "看岗位详情",
  },
  wishForm: {
    title: "我的意向", heading: "想找什么样的工作", seeking: "我在找工作", seekingHint: "不勾就不再推荐", trades: "想干的工种", tradesHint: "最多三个，最想干的放第一个", trade: "第 {{n}} 个",
    wage: "每月至少（元）", wageHint: "填 0 表示不限", housing: "要包住", distance: "最远多少公里", distanceHint: "不填表示不限", willing: "愿意去哪里", inCounty: "本县（总是包括）",
    inProvince: "省内其他县", outOfProvince: "省外", overseas: "境外", from: "什么时候能去", save: "保存意向", saved: "意向已保存，下次匹配就按这个来。",
    wageValue: "每月不低于 {{yuan}} 元", anyWage: "工资不限", housingValue: "要包住", distanceValue: "{{km}} 公里以内", fromValue: "{{day}}起能去", places: "愿意去：{{places}}", notSeeking: "现在不找工作",
  },
  placement: {
    acceptedNext: "单位会给您打电话，说哪天去、带什么；您也可以先打过去问。人到了，就在下面报到岗。", endedNext: "看看现在合适的岗位",
    callEmployer: "单位的联系方式", callPerson: "姓名和电话",
    title: "工作进展", heading: "{{title}}", headingNoPost: "一份工作", person: "{{name}}，{{home}}", ladder: "到岗凭据", ladderSays: "一级比一级扎实。计入年度目标，要看口径要求到哪一级。",
    timeline: "台账", timelineSays: "只增不改。写错了就加一条更正，原来的仍看得见。", saidBy: "{{role}}说", evidence: "凭据：{{evidence}}", ref: "编号：{{ref}}", recorded: "{{at}}记入",
    reversed: "已被更正", reverses: "更正第 {{seq}} 条", seal: "校验码", actions: "现在可以报告", day: "日期", evidenceLabel: "凭据", refLabel: "合同或流水编号", refHint: "没有可不填", reasonLabel: "说明", endReason: "为什么结束",
    doDEPARTED: "报告已出发", doON_THE_JOB: "报告已到岗", doSTILL_ON_THE_JOB: "报告仍在岗", doENDED: "报告已结束", reverse: "更正这一条", reverseReason: "哪里错了", reverseSend: "提交更正",
    done: "已记入台账。", kept: "在岗 {{n}} 天",
    arrived: "{{day}}到岗", ended: "{{day}}结束", stateSays: "目前：{{state}}",
  },
};
