export const employer = {
  title: "我的岗位", newPost: "发布岗位", awaiting_one: "有 {{n}} 人已接受岗位，等您确认到岗", awaiting_other: "有 {{n}} 人已接受岗位，等您确认到岗", awaitingLink: "去确认",
  pending: "单位正在核验。核验通过前可以填写，但不能发布。", suspended: "单位已被暂停招聘，请联系当地人社部门。", verified: "{{day}}通过核验，{{until}}前复核", creditCode: "统一社会信用代码 {{code}}",
  none: "还没有岗位。发布第一个，系统会推荐合适的人。", post: "岗位", status: "状态", openings: "招聘", filled: "已定", proposed: "推荐", accepted: "待到岗", onTheJob: "在岗", until: "截止", seeCandidates: "看人选", edit: "修改", view: "查看",
  form: {
    titleNew: "发布岗位", titleEdit: "修改岗位", lead: "写实在的工资和条件，招得快，留得住。", basics: "招什么人", title: "岗位名称", titleHint: "写工种，例如：电焊工、养老护理员",
    stream: "岗位类别", occupation: "工种（职业分类）", occupationHint: "不选则按岗位名称自动对应", openings: "招几人", description: "工作内容", descriptionHint: "做什么、在哪里、怎么结工资、注意什么。不写性别、年龄、户籍限制",
    where: "在哪里", region: "工作地点", address: "详细地址", pay: "工资", wagePeriod: "怎么算", wageMin: "最低（元）", wageMax: "最高（元）", hours: "每天几小时", days: "每周几天",
    benefits: "待遇", housing: "包住", meals: "包吃", insurance: "缴社保", needs: "要求", education: "学历最低", experience: "经验（月）", experienceHint: "不要求填 0", cert: "要什么证书", certLevel: "证书等级", anyLevel: "不分等级", noCert: "不要证书", brand: "优先的劳务品牌", noBrand: "不限",
    until: "招到哪天", untilHint: "最长 180 天，到期自动下架", publish: "发布岗位", saveEdit: "保存修改", closePost: "不再招了", closeSays: "岗位会下架，已到岗的人不受影响。", published: "岗位已发布。几秒钟后就能搜到，并开始推荐人选。", closed: "岗位已关闭。",
    cities: "山西各市县", provinces: "其他省份", overseas: "境外",
  },
  candidates: {
    title: "推荐人选", heading: "推荐人选：{{title}}", says: "按合适程度排列。对方接受以后，双方才看到联系方式。", none: "还没有推荐人选。岗位发布后，系统会在下一次匹配时推荐。",
    age: "年龄段 {{band}}", experience: "经验 {{duration}}", noExperience: "没有经验", certificates: "证书", score: "匹配度", why: "理由",
  },
  arrivals: {
    title: "到岗确认", heading: "到岗确认", says: "人到了就确认一下。您的确认决定这份工作算不算数。", none: "还没有人接受您的岗位。", name: "姓名", home: "家在", post: "岗位", state: "状态", rung: "凭据", day: "到岗日期", evidence: "凭据", confirm: "确认到岗",
    confirmed: "已确认", accepted: "接受日期", saved: "已确认到岗。", details: "台账",
  },
  bureau: {
    title: "用人单位", heading: "用人单位核验", says: "核验营业执照和统一社会信用代码；核验后半年复核一次。", name: "单位", code: "统一社会信用代码", region: "所在地", kind: "招聘方式", status: "状态", verified: "核验日期", recheck: "复核期限", posts: "在招岗位",
    decide: "办理", approve: "通过核验", suspend: "暂停", none: "辖区内没有用人单位。", done: "已更新，岗位随即生效或下架。", filter: "状态", noCode: "未登记", overdue: "已到期",
  },
};
