export const seek = {
  choices: {
    label: "常用选择", near: "离家近", nearFrom: "从{{place}}算", nearAsk: "选一个乡镇", housing: "包住", monthly: "按月发工资", noCertificate: "不要证书", brand: "我的劳务品牌", brandAsk: "选一个品牌",
  },
  card: { published: "{{day}}发布" },
  near: {
    title: "从哪里算距离", heading: "您在哪里？", county: "选县（市、区）", town: "选乡镇、街道", whole: "就按{{county}}算", other: "换一个县", says: "距离按县城之间的直线计算，路上会远一些。",
    sameTown: "就在本乡镇", sameCounty: "在本县", none: "没有这个地方，请从下面选。",
  },
  brands: { title: "劳务品牌", heading: "选一个劳务品牌", says: "点开就看这个品牌的岗位。", none: "现在没有哪个品牌的岗位在招。" },
  wage: {
    fromHour: "按每月 174 小时折算", fromDay: "按每月 21.75 天折算", fromYear: "按 12 个月折算", fromMonths: "已摊到每个月", base: "保底 {{min}} 元，其余看业绩或工时", hours: "每天 {{hours}} 小时，每周 {{days}} 天",
  },
  post: {
    published: "首次发布", verified: "岗位核验", verifiedOn: "{{day}}由人社部门核验", verifiedNot: "岗位本身没有单独核验，看单位核验", map: "在哪里", mapSays: "示意图：方格是县，按方位排列，不是实际边界。", mapHere: "工作地点：{{place}}",
    mapOutside: "在省外：{{place}}，图上不标。", coordinates: "县城位置：北纬 {{north}}°，东经 {{east}}°", share: "转给别人", shareLink: "链接", shareSays: "长按或复制这个网址发给别人", qr: "二维码", qrAlt: "打开本岗位的二维码", poster: "打印海报", report: "这个岗位有问题",
    mapOpen: "在高德地图里看这个地方", similar: "看类似的岗位", far: "从{{place}}算：{{far}}",
    copy: "复制链接", copied: "已复制",
  },
  poster: { title: "招工海报", hiring: "招工", print: "打印这张海报", back: "回到岗位", scan: "扫码看详情、报名", free: "求职不收任何费用", until: "{{day}}前有效", openings: "招 {{n}} 人", demo: "演示数据，不是真实招工" },
  report: {
    title: "举报岗位", heading: "这个岗位有什么问题？", says: "点一下就报给当地人社部门。不用登录，不记您的名字。", reasonFEE: "要我交钱（押金、服装费、培训费）", reasonFALSE_PAY: "工资和写的不一样", reasonNOT_HIRING: "已经不招了，或打不通",
    reasonUNLAWFUL: "有歧视或违法内容", reasonFAKE: "单位是假的", reasonOTHER: "别的问题", detail: "想说清楚一些（选填，不要写身份证号和电话）", detailFold: "补充说明", sent: "收到了，会转给{{place}}人社部门。谢谢您。", sentTitle: "已报送", back: "回到岗位", again: "您刚才已经报过这个问题。",
    other: "去看别的岗位", call: "被骗了钱？请同时打 12333 或 110。",
  },
  reports: {
    title: "岗位举报", heading: "岗位举报", says: "求职者报来的问题，按岗位所在地分到各级。先看没有处理的。", none: "辖区内没有举报。", post: "岗位", employer: "单位", place: "地点", reason: "问题", detail: "说明", at: "时间", status: "状态", decide: "处理",
    OPEN: "未处理", UPHELD: "属实", DISMISSED: "不属实", uphold: "属实，已处理", dismiss: "不属实", done: "已记下处理结果。", filter: "状态", same: "同一岗位共 {{n}} 条",
  },
  saved: {
    save: "保存这个搜索，有新岗位告诉我", signIn: "登录后可保存搜索，有新岗位就告诉您", title: "保存的搜索", heading: "保存的搜索", says: "有新岗位时告诉您：放在“消息”里，愿意的话再发短信。", none: "还没有保存的搜索。先搜索，再点“保存这个搜索”。", find: "去找工作",
    name: "名称", sms: "也发短信", smsHint: "发到您登记的手机号，不收费", smsNoPhone: "您没有登记手机号，只能在站内收消息", saved: "已保存。有新岗位就告诉您。", open: "看现在的岗位", remove: "不再提醒", removed: "已停止提醒。", since: "{{day}}保存", alerts: "提醒过 {{n}} 次",
    any: "全部岗位", all: "看我保存的搜索", smsOn: "发短信", smsOff: "只在站内", confirmHeading: "保存这个搜索", submit: "保存",
  },
  unsubscribe: { title: "停止提醒", heading: "停止这个提醒？", says: "以后不再为“{{name}}”发消息和短信。", confirm: "停止提醒", done: "已停止。需要时可以重新保存搜索。", gone: "这个提醒已经停止，或链接不对。" },
  notices: { title: "消息", heading: "消息", none: "没有消息。", newPost: "有新岗位：{{title}}", proposed: "为您推荐：{{title}}，请答复", proposedBefore: "为您推荐过：{{title}}", forSearch: "符合您保存的“{{name}}”", read: "看过了", markAll: "全部标为看过", unread: "新", stop: "不再提醒", at: "{{at}}" },
  sms: {
    title: "短信发件箱", heading: "短信发件箱（演示）", says: "演示系统不真的发短信，发出的内容都记在这里。", none: "没有短信。", to: "收件人", text: "内容", at: "时间", state: "状态", QUEUED: "待发", SENT: "已发", FAILED: "未发成",
  },
  nav: { notices: "消息", saved: "保存的搜索", reports: "岗位举报", sms: "短信发件箱" },
};
