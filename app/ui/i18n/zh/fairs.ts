export const fairs = {
  nav: "招聘会", saved: "已保存。", none: "—", ledger: "凭据：招聘会现场登记",
  links: { fairs: "招聘会", drives: "春风行动等活动" },
  state: { PLANNED: "将举办", OPEN: "正在进行", CLOSED: "已结束", CANCELLED: "已取消" },
  step: { OPEN: "开场", CLOSED: "散场", CANCELLED: "取消这场" },
  kind: { ON_SITE: "现场", ONLINE: "网上", BOTH: "现场和网上" },
  boothState: { APPLIED: "等批准", APPROVED: "已定", REFUSED: "没有批准", WITHDRAWN: "已退出" },
  guest: { COMING: "您说要来", CAME: "您来过", WITHDRAWN: "您不来了" },
  hiring: { REPORTED: "等本人答复", HIRED: "已入台账", DECLINED: "本人没答应" },
  number: "{{n}} 号展位",
  open: {
    title: "招聘会", says: "现场和网上的招聘会，进场、应聘都不收钱。", coming: "正在进行和将举办的", over: "最近办过的", none: "现在没有将举办的招聘会。", noneSays: "可以换个县看看，也可以直接找岗位，不用等招聘会。", county: "看哪个县", anywhere: "全省", search: "查看", booths: "{{booths}} 个单位 · {{posts}} 个岗位", online: "在网上",
    when: "时间", where: "地点", phone: "咨询电话", kind: "形式", drive: "所属活动", cancelled: "取消了：{{reason}}", boothsTitle: "展位和岗位", boothsNone: "单位还在报名，展位定下后在这里公布。", noPosts: "这个展位的岗位都招满或到期了。", come: "我要来", mine: "您说了要来。到场请出示到场码。", came: "您来过这场招聘会。", mineLink: "我的招聘会", signIn: "登录后说“我要来”", apply: "单位申请展位", poster: "打印海报", browse: "网上招聘会：点岗位看详情，直接应聘或提问。说了“我要来”，应聘会算在这场招聘会里。", verified: "已核验单位",
  },
  poster: { title: "招聘会海报", back: "返回招聘会", print: "打印", head: "招聘会", qr: "招聘会页面二维码", scan: "扫码看展位和岗位，登记“我要来”", free: "求职者进场、应聘不收任何费用。", some: "部分岗位", openings: "{{n}} 人", more: "还有 {{n}} 个岗位，扫码看" },
  mine: { title: "我的招聘会", link: "我的招聘会", says: "您说要来的招聘会，和现场单位说录用了您的事。", none: "您还没有说要来哪场招聘会。", code: "到场码", codeSays: "到场给登记处和单位看。别人凭它登记录用您，请只给您愿意去的单位。", leave: "我不来了", reported: "{{employer}}说录用了您：{{title}}。您去不去？", yes: "我去", no: "我不去", hired: "{{employer}}：{{title}}，已入就业台账", declined: "{{employer}}：{{title}}，您没答应", placement: "看我的工作", late: "招聘会散场后，请到岗位页面应聘。" },
  employer: {
    title: "招聘会展位", link: "招聘会展位", says: "申请展位、选岗位、看来了多少人、报告现场录用的人。展位不收钱。", open: "可以申请的招聘会", openNone: "现在没有可以申请的招聘会。", openNoneSays: "人社部门计划了新的招聘会，就会列在这里。岗位照常在网上招人。", left: "还有 {{n}} 个展位", posts: "展示哪些岗位", noPosts: "您没有正在招的岗位，先发布岗位。", ask: "申请展位", askFor: "申请“{{title}}”的展位", own: "我的展位", ownNone: "还没有申请过展位。", reason: "原因：{{reason}}", visits: "来展位的人", change: "改展示的岗位", changeSubmit: "保存岗位", withdraw: "退出展位", withdrawFor: "退出“{{title}}”的展位", report: "报告现场录用", reportSays: "请本人出示到场码。本人点“我去”，或由登记处代记后，才算录用。", code: "本人的到场码（9 位）", post: "岗位", reportSubmit: "报告录用", hired: "现场录用", person: "姓名", state: "状态", reported: "已报告，等本人答复。", notApproved: "单位通过核验后才能申请展位。", cancelled: "这场招聘会取消了：{{reason}}",
  },
  drive: { title: "春风行动等活动", says: "一次活动管一段时间里的各场招聘会。数字从各场的记录和就业台账里数，一个人只算一次。", name: "活动名称", nameHint: "如“2027 年春风行动”", region: "地区", startsOn: "第一天", lastOn: "最后一天", days: "起止", fairs: "场次", add: "登记一个活动", submit: "保存活动", none: "还没有登记活动。" },
  bureau: {
    title: "招聘会", says: "计划、批展位、现场点人数、现场录用入台账。", new: "计划一场招聘会", none: "没有这样的招聘会。", total: "{{n}} 场", state: "状态", all: "全部状态", filter: "筛选", fair: "招聘会", region: "地区", when: "时间", booths: "已定/展位", waiting: "等批准", posts: "岗位", visitors: "进场", hired: "现场录用", boothsWait: "有展位等批准的", reset: "看全部",
    plan: "计划一场招聘会", home: "哪个地区办", name: "名称", kind: "形式", place: "场地", placeHint: "网上招聘会不填", address: "地址", phone: "咨询电话", words: "说明", wordsHint: "求职者看：怎么来、带什么", startsAt: "开始", endsAt: "结束", boothCount: "展位数", drive: "属于哪个活动", noDrive: "不属于活动", submit: "保存并公布", submitSays: "保存后就公布：单位可以申请展位，求职者可以说要来。",
    floor: "现场登记（手机）", public: "看公开页面", next: "下一步", reason: "原因（取消时必填，会告诉要来的人和单位）", change: "改计划", changeSays: "改了时间或地点，说要来的人和有展位的单位会收到通知。", changeSubmit: "保存修改",
    stands: "展位", standsNone: "还没有单位申请展位。", number: "展位号", employer: "单位", shown: "展示的岗位", openings: "招聘人数", visits: "来展位", act: "办理", approve: "批准", approveFor: "批准{{name}}", numberHint: "不填就给最小的空号", refuse: "不批准", refuseFor: "不批准{{name}}", refuseWhy: "不批准的原因", hirings: "现场录用的人", hiringsNone: "还没有现场录用的人。", person: "姓名", post: "岗位", at: "时间", placement: "看台账",
  },
  figures: {
    title: "这场的数字", says: "从现场记录和就业台账里数。进场和来展位数的是人次，其余一个人只算一次。", visitors: "进场人次", boothVisits: "来展位人次", booths: "展位", employers: "单位", posts: "岗位", places: "招聘人数", interested: "说要来或来过的人", came: "登记到场的人", online: "网上应聘成功的人", hired: "现场录用的人", confirmed: "其中确认到岗的", due: "到岗满 30 天的", still: "30 天后还在岗的", stillOf: "{{still}} / {{due}}", chart: "从现场录用到 30 天后", ofHired: "{{n}} 人",
  },
  floor: {
    title: "现场登记", head: "{{title}} · 现场登记", lead: "{{place}} · {{state}}", back: "回到招聘会", closed: "招聘会没有在进行。开场后才能登记。", door: "进门", count: "人数", plus: "+1", plusFive: "+5", minus: "-1", plusAt: "{{place}}加 1 人", plusFiveAt: "{{place}}加 5 人", minusAt: "{{place}}减 1 人", boothsTitle: "各展位", waiting: "还有 {{n}} 条没交上去，有信号时自动交。", sent: "都交上去了。", says: "没信号也能点，有信号时自动补交，不会重复。",
    hire: "现场录用", hireSays: "先找到人，再选岗位。", who: "到场码、手机号或身份证号", find: "找这个人", found: "{{name}}，{{home}}", phone: "电话 {{phone}}", post: "录用到哪个岗位", hireSubmit: "本人答应了，登记录用", done: "{{name}}已登记录用：{{title}}。已入就业台账，单位确认到岗后才算数。", again: "{{name}}已经登记过了：{{title}}。", reported: "单位报告、等本人答复的人", reportedSays: "本人在场答应，就点一下。", yesFor: "{{name}}答应了：{{title}}", yes: "本人答应了", register: "没有登记过？现场登记", registerSays: "对照身份证填。登记后按所选岗位的工种和地方记求职意向。", name: "姓名", idNumber: "身份证号", mobile: "手机号（可不填）", home: "家在哪里", consent: "本人同意登记资料、替他找工作（当面问过）", registerSubmit: "登记", noPosts: "没有已定的展位，或展位上的岗位都招满了。", postOf: "{{number}} 号 {{employer}}：{{title}}（还招 {{left}} 人）",
  },
  notices: { time: "您要来的招聘会改了时间或地点", cancelled: "您要来的招聘会取消了", reported: "招聘会上有单位说录用了您，请答复" },
};
