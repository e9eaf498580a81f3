export const needs = {
  title: "该办什么班", nav: "该办什么班", link: "该办什么班",
  says: "全省匹配后没招满的岗位里，哪些只差一本证书；办哪个班，能让最多的人上岗。",
  none: "还没有结果。全省匹配完成后会自动算出来。", runs: "看匹配运行", noneSays: "要先有一次全省匹配：剩下没招满的岗位，和只差一张证的人，合起来就是要办的班。到“匹配”发起一次，或等今夜的自动匹配。", noneHereSays: "眼下没有只差一张证就能招满的岗位，下次全省匹配后再看。上面选了县或工种的，可以换一个。", noneHere: "这里没有要办的班。", wider: "看全部",
  computed: "{{at}} 算出，依据 {{run}} 完成的全省匹配。", run: "这次匹配",
  figures: { unfilled: "没招满的名额", unfilledNote: "全省，匹配和正在培训的都已扣除", asking: "其中要证书的", askingNote: "全省，市场和帮扶车间岗位", bound: "靠培训最多能补上", boundNote: "全省，怎么办班都不会更多", expected: "预计上岗", expectedNote: "下面这些课程：{{classes}} 个班、{{picked}} 个名额，按合格率和上岗率算", places: "个", people: "人" },
  filter: { county: "县", occupation: "工种", all: "全部", show: "筛选" },
  chart: { title: "办哪个班最有用", of: "{{expected}} 人", openings: "没招满的名额", picked: "给这个班的名额", expected: "预计上岗", people: "差一本证书的人", says: "上面一条是名额：空心是没招满的，斜线是给这个班的，实心是预计上岗的。下面细条是差一本证书的人，单独一个比例。" },
  table: { title: "课程", county: "县", course: "课程", expected: "预计上岗", picked: "给这个班的名额", openings: "没招满的名额", people: "差一本证书的人", first: "脱贫、监测", wishing: "本来想干这行", classes: "班数", rate: "合格率 × 上岗率", file: "第 {{nr}} 位", known: "实际数", assumed: "估算数" },
  total: "{{n}} 门课程", every: "一个名额只算给一门课程，一个人只算进一个班，各行可以相加。",
  need: {
    facts: "为什么办", posts: "背后的岗位", people: "名单（先脱贫、监测，再看想不想干）", nobody: "名单上的人都有着落了。",
    rate: "{{picked}} 个名额 × 合格 {{pass}}% × 上岗 {{placed}}% = {{expected}} 人", basis: "比例来自：", known: "全省近三年培训实际结果", assumed: "政策库里的估算数",
    post: "岗位", employer: "用人单位", place: "地点", pay: "月工资（元）", left: "没招满", pick: "算给这个班", name: "姓名", home: "乡镇", gain: "可以干的岗位", posts2: "可选岗位", why: "情况", first: "脱贫或监测", wishes: "想干这行", new: "要转行", picked: "算有名额", reserve: "候选",
  },
  fill: {
    title: "从名单办一个班", says: "按名单次序邀请。每个人自己答应才入班，电话答应的由您登记。", invite: "邀请多少人", inviteHint: "会有人不来，可以比名额多请一些", submit: "建班并邀请", noCourse: "本县还没有登记这门课程。", addCourse: "先登记课程", course: "课程", done: "已建班并邀请 {{n}} 人。", notOpen: "班还没开放报名，开放后被邀请的人才能答应。",
  },
  classes: { title: "从名单办的班", course: "课程", county: "县", days: "日期", state: "状态", invited: "已邀请", accepted: "已答应", declined: "不来", see: "看邀请" },
  invited: {
    title: "邀请", of: "{{title}}：邀请", name: "姓名", post: "对应岗位", state: "答复", own: "学习", waits: "岗位在等吗", answer: "登记电话答复", who: "谁", yes: "来", no: "不来", heard: "本人在电话里亲口说的", submit: "登记答复", saved: "已登记。", allAnswered: "都答复了。", class: "看这个班", still: "在等",
    states: { INVITED: "等答复", ACCEPTED: "已答应", DECLINED: "不来" },
  },
  ends: { PASSED: "考核合格", FAILED: "考核不合格", STAYED_AWAY: "没参加考核", WITHDRAWN: "已退出", CLASS_CANCELLED: "班取消了", DECLINED: "本人不来", NOT_ANSWERED: "开班前没答复", POST_CLOSED: "岗位已招满或下架" },
  mine: {
    title: "培训邀请", link: "有 {{n}} 个培训邀请等您答复", none: "没有培训邀请。", says: "学完拿到证书，就够条件去这个岗位。名额不会替您留着，考过了我们会马上告诉您。",
    yes: "我要参加", no: "不参加", pending: "这个班还没开放报名，开放后在这里答应。", joined: "您已入班。", waiting: "名额暂时满了，您在候补。", declined: "您已回绝。", gain: "学完可以去", pay: "月工资", days: "上课", place: "地点", passed: "您考过了。这个岗位还在招人：", over: "岗位情况", late: "已经开班，不能再答应。",
  },
  notice: { invited: "县里请您参加培训，学完就能上岗", passed: "您考过了，岗位还在招：{{title}}" },
  inTraining: "{{people}} 人正在为这个岗位培训，{{day}} 结束。名额没有为他们保留。",
};
