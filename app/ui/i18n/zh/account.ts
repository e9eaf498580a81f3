export const account = {
  link: "账号", helpersLink: "谁能替我办事", actingLink: "替人办事",
  login: {
    phoneHeading: "手机验证码登录", phone: "手机号", phoneHint: "家里共用的手机也可以", send: "获取验证码", passwordHeading: "密码登录", username: "用户名、手机号或身份证号", register: "没有账号？用手机号免费注册",
    helpOffline: "没有手机，或者不会操作？到村里找协管员，或到当地人社服务大厅，带身份证免费办。", again: "请重新获取验证码。",
  },
  code: {
    title: "输入验证码", heading: "输入短信里的 6 位数字", sent: "验证码已发到 {{phone}}，10 分钟内有效。", code: "验证码", submit: "确定", notCome: "没收到？等一分钟，再重新获取", never: "工作人员不会向您要验证码。谁要都不要给。",
    demo: "演示系统不真的发短信：到短信发件箱看验证码", gone: "这个验证码已经用过或过期了。",
  },
  choose: { title: "您是哪一位", heading: "这个手机号有几个人在用，您是哪一位？", says: "只显示姓，其余遮住。", person: "{{name}}，{{year}} 年生", me: "我是{{name}}，{{year}} 年生", register: "都不是，我要注册" },
  register: {
    title: "求职者注册", step: "第 {{n}} 步，共 3 步", free: "注册和找工作都不收费。", phoneHeading: "先核实手机号", phoneSays: "没有自己的手机，可以用家里人的。", send: "获取验证码", have: "已经有账号？去登录",
    whoHeading: "您是谁", whoSays: "照身份证填写。身份证号加密保存，别人看不到。", phoneOk: "手机号 {{phone}} 已核实。", sharedPhone: "这个手机号已有人注册。是您本人？", sharedLink: "直接登录",
    name: "姓名", idNumber: "身份证号", idHint: "18 位，末位可能是 X", education: "文化程度", county: "家在哪个县（市、区）", next: "下一步",
    homeHeading: "家和同意事项", town: "家在哪个乡镇、街道", townHint: "只用来算离岗位有多远", otherCounty: "换一个县", consents: "您同意哪些", consentsHint: "第一项必须同意才能用。后两项可以不选，以后随时能改。",
    consent: {
      SERVICE: "保存我填的资料，用来替我找工作", SERVICEsays: "包括姓名、身份证号、手机号、住址、意向和证书。只有本人、当地人社部门和驻村工作队能看，谁看过都有记录。", EMPLOYERS: "让用人单位看到我的求职信息，邀请我",
      EMPLOYERSsays: "单位只看到遮住的姓名和技能。您同意了邀请，单位才看得到电话。", SMS: "用短信告诉我新岗位和进展", SMSsays: "不收费。不选也会收到验证码和别人替您办事的回执。",
    },
    password: "设一个密码（选填）", passwordHint: "至少 8 个字符。不设也行，以后用手机验证码登录。", passwordAgain: "密码没有保存，请再填一次。", submit: "完成注册", back: "改上一步", welcome: "注册好了。再告诉我们您想找什么样的工作，就能给您推荐。", backToPost: "回到刚才看的岗位", seeMatches: "看看现在就合适的岗位",
  },
  me: {
    title: "账号与登录", heading: "账号与登录", who: "{{name}}", saved: "密码已保存，其他设备都已退出。", ended: "已退出那台设备。", endedAll: "其他设备都已退出。", checked: "已重新核对。",
    phone: "手机号", noPhone: "没有登记", idNumber: "身份证号", realName: "实名", realNameVERIFIED: "已核对，姓名和身份证号一致", realNameCARD_SEEN: "工作人员看过身份证，确认无误", realNameMISMATCH: "姓名和身份证号对不上，请带身份证到村里或人社大厅更正",
    realNameUNVERIFIED: "还没有核对（不影响找工作）", checkedOn: "{{at}}核对", askedOn: "{{at}}问过核验服务，没有给出结果", recheck: "重新核对",
    password: "密码", passwordSet: "已设密码。可以用手机号或身份证号加密码登录。", passwordSetOther: "改密码要先填现在的密码。", passwordNone: "还没有密码，现在用手机验证码登录。", change: "改密码", set: "设密码", current: "现在的密码", fresh: "新密码", freshHint: "至少 8 个字符", save: "保存密码",
    byCode: "忘了密码？用手机验证码改", sendCode: "发验证码到 {{phone}}", codeSent: "验证码已发到您的手机，10 分钟内有效。", endsOthers: "保存后，其他设备要重新登录。",
    sessions: "登录着的设备", sessionsSays: "有不认识的，就让它退出，再改密码。", thisOne: "就是这台", started: "{{at}}登录", seen: "最近使用 {{at}}", end: "退出这台", endAll: "退出其他所有设备", only: "没有别的设备登录着。",
    device: "{{system}} · {{browser}}",
    system: { harmony: "鸿蒙手机", android: "安卓手机", iphone: "苹果手机", ipad: "苹果平板", windows: "Windows 电脑", mac: "苹果电脑", linux: "Linux 电脑", other: "其他设备" },
    browser: { wechat: "微信", qq: "QQ 浏览器", uc: "UC 浏览器", huawei: "华为浏览器", xiaomi: "小米浏览器", oppo: "OPPO 浏览器", vivo: "vivo 浏览器", edge: "Edge 浏览器", firefox: "火狐浏览器", chrome: "谷歌浏览器", safari: "Safari 浏览器", other: "其他浏览器" },
  },
  act: { ANSWER: "回复岗位和邀请", ANSWERsays: "愿意去、不去、答复用人单位", WISH: "改求职意向", WISHsays: "想干什么、去哪里、要多少工资", PROGRESS: "报告工作进展", PROGRESSsays: "出发、到岗、在岗、发了多少工资" },
  how: { SELF: "本人在账号里同意", PAPER: "本人签字，编号 {{ref}}", CODE: "本人用手机验证码同意" },
  days: { label: "管多久", d30: "30 天", d90: "90 天", d180: "半年", d365: "一年" },
  standing: { OFFERED: "等对方答应", STANDS: "生效中", EXPIRED: "已到期", WITHDRAWN: "已收回" },
  helpers: {
    title: "谁能替我办事", heading: "谁能替我办事", says: "请家里人或协管员替您办事，每办一件您都会收到回执。密码、手机号和同意事项，别人永远改不了。", now: "现在能替我办事的人", none: "现在没有人能替您办事。", until: "到{{day}}为止", withdraw: "收回", withdrawn: "已收回，马上生效。",
    add: "请一个人替我办事", who: "请谁", household: "家里人或熟人", householdHint: "对方要先在晋岗通注册", agent: "协管员、驻村工作队", name: "对方姓名", phone: "对方手机号", agentChoose: "选哪一位", agentNone: "您所在的乡镇还没有登记的协管员。", acts: "让他办什么", submit: "同意由他替我办",
    granted: "记下了。", grantedHousehold: "对方用这个手机号登录后，在“替人办事”里答应，就能替您办。", before: "以前的", receipts: "别人替我办过的事", receiptsNone: "还没有人替您办过事。", receipt: "回执",
  },
  acting: {
    title: "替人办事", heading: "替人办事", says: "对方同意了，您才能替他办。每办一件，对方都会收到回执。", offers: "有人请您替他办事", offer: "{{name}}想请您替他办：", accept: "我答应", refuse: "不了", mine: "您可以替这些人办事", none: "现在没有人请您替他办事。",
    begin: "替他办事", resign: "不再替他办", resigned: "您不再替他办事了。", accepted: "您已答应。", banner: "您正在替 {{name}} 办理", bannerEnd: "办完了，回到我自己", now: "正在替 {{name}} 办理。能办：{{acts}}。", goOn: "去他的首页", ended: "您现在是自己了。",
    over: "{{name}}已经收回，或者到期了。刚才的没有办。", overPlain: "对方已经收回，或者到期了。刚才的没有办。", closed: "这一页只有本人能看、能改。要看您自己的，请先结束替人办理。", done: "您替别人办过的事", doneNone: "还没有。", print: "打印回执", sms: "已发短信给本人", paper: "没有手机号，请打印回执交给本人", handed: "回执已交给本人",
    ask: "请对方同意", askSays: "对方在身边，就当场问。", toConsent: "登记对方的同意",
  },
  consent: {
    title: "登记同意", heading: "登记对方的同意", says: "先把要办的事给对方讲清楚。", who: "对方是谁", name: "对方姓名", idNumber: "对方身份证号", byCode: "对方有手机：发验证码", byCodeSays: "验证码发到对方登记的手机。对方把 6 位数字告诉您，就是同意。", sendCode: "发验证码给对方",
    sentAgent: "验证码已发到对方登记的手机。", sent: "如果姓名、身份证号和登记的一致，验证码已发到对方登记的手机。", code: "对方告诉您的验证码", confirm: "对方同意了", byPaper: "对方没有手机：签字", byPaperSays: "打印或手写一张委托书，对方签字，您保存好，把编号填在这里。", sheetRef: "委托书编号",
    helper: "由谁办", me: "我（协管员）", household: "对方的家里人", helperName: "家里人姓名", helperPhone: "家里人手机号", explained: "我已当面讲清楚，对方自愿签字", submit: "登记这份委托", done: "登记好了。", card: "我看过对方的身份证原件，姓名和号码一致", cardSays: "勾了，就同时记为实名已确认", slip: "打印回执",
  },
  receipt: {
    title: "办事回执", heading: "替您办事的回执", no: "回执编号", person: "办给", doer: "经办人", role: "身份", what: "办了什么", about: "岗位", at: "时间", consent: "凭什么办", spot: "本人当面同意登记", bureau: "人社部门依职责办理", until: "委托到{{day}}为止", wrong: "不是您的意思？打 12333，或到村里、人社大厅说一声，马上收回委托、更正这件事。", keep: "交给本人保存",
    stub: "经办人存根", sign: "本人签收", date: "日期", cut: "沿虚线剪开", print: "打印回执", hand: "已把回执交给本人", handed: "{{at}}已交给本人", smsLabel: "短信", sms: "已发短信到 {{phone}}", back: "回到替人办事", backMe: "回到谁能替我办事",
    act: {
      "apply-for-welfare": "申请了公益性岗位", "withdraw-welfare": "撤回了公益性岗位申请", "report-days": "报告了出工天数",
      "hire-at-fair": "登记了招聘会上答应的岗位", "accept-post": "接受了岗位", "decline-match": "谢绝了推荐的岗位", "take-hiring-step": "回复了用人单位", "update-wish": "改了求职意向", "record-placement-event": "报告了工作进展", "reverse-placement-event": "更正了工作进展", "report-pay": "报告了工资", "record-delegation": "登记了由谁替您办事", "check-in": "回答了工作回访", registered: "登记了求职信息", "record-changed": "改了登记的信息", "consent-noted": "记下了求职授权", "answer-check-in": "回答了工作回访", "adjust-wish": "改了求职意向", "ask-question": "向单位问了一件事", "apply-claim": "申请了补贴", "withdraw-claim": "撤回了补贴申请", other: "办了一件事",
    },
  },
  notices: { newSignIn: "有一台新设备登录了您的账号", newSignInSays: "不是您本人？马上去退出那台设备，再改密码。", helperAsked: "有人想请您替他办事", helperAccepted: "您请的人答应替您办事了" },
};
