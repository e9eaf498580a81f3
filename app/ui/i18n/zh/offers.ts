/** Texts of what follows an offer: hints, questions, the way from the first word to half a year on, check-ins, the bureau's care. */
export const offers = {
  hints: {
    title: "差一步就够得着", says: "只改一样，别的不变，照规则重新算过。只看您家附近和您这行的岗位。", opens: "多出 {{posts}} 个岗位，招 {{openings}} 人", such: "比如：",
    doWish: "去改意向", doCertificate: "有证书的去登记；没有的打 12333 问免费培训",
  },
  decline: {
    thanks: "已谢绝，原因记下了。", distance: "把“最远多少公里”改成 {{km}} 公里，这么远的就不再推荐。", wage: "把“每月至少”改成 {{yuan}} 元，工资低的就不再推荐。", seeking: "您有工作了，要不要先停止推荐？以后随时能再打开。",
    apply: "就这么改", edit: "自己去改意向", other: "想让推荐更准，可以看看意向写得对不对。", done: "意向已改好，下次就按这个推荐。",
  },
  ask: {
    title: "问一问", link: "有不清楚的，问一问", heading: "问：{{title}}", says: "勾几样，或者自己写。单位一般几天内答复，答了就通知您。", saysBureau: "这个岗位由人社部门答复。勾几样，或者自己写。",
    codes: "想问什么", text: "自己写", textHint: "最多 300 个字。为了不上当，先不要写电话、微信和网址", textOpen: "最多 300 个字", send: "发出", sent: "已发出，等答复。", thread: "问和答", waiting: "等答复", answered: "有答复",
    you: "您", employer: "单位", bureau: "人社部门", person: "求职者", mine: "我问过的", noneMine: "您还没有问过单位", noneMineSays: "收到推荐或邀请以后，可以在那里问单位。", closed: "您和这个岗位已经没有联系，不能再问了。", report: "举报这句话", reported: "已交给人社部门，五个工作日内处理。",
    free: "招工不收钱。谁要押金、培训费、体检费，别给，点举报。",
    topic: { housing: "有住的地方吗？", meals: "管饭吗？", "pay-day": "哪天发工资？", insurance: "上什么保险？", bring: "要带什么？", bus: "怎么去？有车接吗？", hours: "几点上下班？", start: "什么时候去报到？" },
  },
  answer: {
    title: "求职者的问题", link: "求职者的问题", says: "等得最久的在上面。答复快慢会显示在您的岗位上。", saysBureau: "公益性岗位和以工代赈岗位的问题，由岗位所在县区的人社部门答复。", none: "还没有人提问", somebody: "一位求职者", since: "{{at}}起在等", overdue: "超过两天", done: "答复已发出。",
    codes: "常用的答复", text: "自己写", send: "答复", waiting: "有 {{n}} 个问题等您答复。", open: "去答复", post: "岗位", state: "状态", last: "最近一次",
    say: {
      "housing-free": "包住，不收钱", "housing-paid": "有宿舍，要收一点钱", "housing-none": "不提供住宿", "meals-free": "管饭，不收钱", "meals-paid": "有食堂，自己付饭钱", "meals-none": "不管饭",
      "pay-5": "每月 5 日发工资", "pay-10": "每月 10 日发工资", "pay-15": "每月 15 日发工资", "pay-25": "每月 25 日发工资", "insurance-all": "五项社会保险都上", "insurance-injury": "上工伤保险", "bring-id": "带身份证和银行卡", "bring-certificate": "带证书原件", "bring-bedding": "自己带被褥",
      "bus-station": "到车站有人接", "bus-fare": "自己坐车来，路费单位出", "bus-none": "自己坐车来", "hours-day": "白班，八小时", "hours-shifts": "两班倒", "hours-overtime": "有时加班，给加班费", "start-now": "随时可以来", "start-agree": "日子可以商量",
    },
  },
  journey: {
    title: "从头到现在，还有以后", says: "每一步什么时候、谁说的，下一步是什么。", next: "下一步", later: "以后", missed: "没有答", by: "{{day}}前后",
    what: {
      PROPOSED: "系统推荐", INVITED: "单位邀请", AGREED: "同意联系", INTERVIEW: "面试", OFFERED: "单位录用", ACCEPTED: "接受", DEPARTED: "出发", ARRIVED: "到岗", STILL_THERE: "说还在岗", ENDED: "结束",
      ARRIVAL: "问到了没有", DAY_30: "干满 30 天，问一次", DAY_90: "干满 90 天，问一次", DAY_180: "干满 180 天，问一次",
    },
  },
  check: {
    title: "工作回访", arrival: "您到了吗？", job: "还在那儿上班吗？工资发了吗？", of: "{{title}}，{{employer}}", once: "只答一次，点一下就行，不用密码。", day: "哪一天", dayHint: "到岗的日子，或者离开的日子", send: "就这么答", waiting: "有一件事问您",
    answer: { ARRIVED: "到了，已经上班", NOT_YET: "还没到", PAID: "还在干，工资发了", NOT_DUE: "还在干，没到发工资的日子", PART_PAID: "还在干，只发了一部分", NOT_PAID: "还在干，工资没发", LEFT: "不干了", TALK: "想和人说说" },
    arrivalLEFT: "不去了", thanks: "谢谢，记下了", thanksSays: "不用再做什么。", careTitle: "记下了，有人会管", careSays: "您家或工作地的人社部门会在五个工作日内联系您。着急的话打 12333。", againTitle: "您已经答过了", againSays: "只记第一次。要改，请打 12333，或者找村里的协管员。",
    goneTitle: "这个链接用不了了", goneSays: "可能过了 14 天，也可能没抄全。没有关系：", goneSign: "登录以后，在“我的”里也能答", goneCall: "或者打 12333，或者找村里的协管员", goneWages: "工资没发，随时可以打 12333", sign: "登录",
  },
  agent: {
    nav: "回访",
    title: "要上门或打电话问的", says: "没有手机、或者七天没有回答的人。问了本人再记，本人会收到回执。", none: "现在没有要问的人", noneSays: "到日子了会自动出现在这里。", due: "该问的日子", noPhone: "没有手机", noReply: "发过短信，没回答", done: "已记下。", record: "记下回答", ask: "问本人", print: "回执已登记；没有手机的，请打印交给本人。",
  },
  care: {
    title: "回访事项", lead: "有人说工资没发，或想找人说说。五个工作日内联系本人，写明做了什么。", none: "没有等着办的事", open: "没办的 {{n}}", overdue: "超期 {{n}}", closed: "办完的 {{n}}", kindHead: "什么事", person: "谁", post: "岗位", due: "办理期限", opened: "收到", late: "超期", place: "县区", outcomeHead: "结果",
    kind: { NOT_PAID: "工资没发", PART_PAID: "工资只发了一部分", TALK: "想和人说说", DISPUTED: "本人和台账说的不一样", MESSAGE: "被举报的话", LICENCE: "境外劳务公司的许可停了" }, outcome: { UPHELD: "属实", NOT_UPHELD: "不属实", HELPED: "已联系，已帮助" },
    phone: "电话", noPhone: "没有电话，请找村里的协管员", home: "家在", employer: "单位", employerPhone: "单位电话", said: "本人的回答", raised: "谁提的", ledger: "看台账", note: "做了什么", noteHint: "写清联系了谁、单位怎么说、钱补了没有。本人能知道办完了", close: "办结", isClosed: "已办结", done: "已办结。", upheldSays: "选“属实”，单位所有岗位的诚信招聘分都会扣。",
    thread: "问和答", this: "被举报",
  },
  left: { title: "离岗登记", day: "离岗日期", reason: "为什么", send: "登记离岗", done: "已记入台账，名额空出来了。" },
  honesty: { owed: "人社部门查实拖欠工资 {{owed}} 件，一年内不得分", answers: "问单位的话，一半以上在 {{days}} 天内答复（一年内问 {{asked}} 次，答 {{answered}} 次）。" },
  notices: { checkIn: "有一件事问您：{{title}}", answered: "有答复了：{{title}}", careClosed: "您反映的事办完了：{{title}}" },
};
