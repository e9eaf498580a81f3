export const runs = {
  title: "匹配批次", heading: "匹配批次", says: "每次匹配都有记录：用了哪天的数据、推荐了多少人、他们怎么答复。匹配只推荐，去不去由人决定。", start: "开始一次匹配", startRegion: "地区", startButton: "开始匹配", none: "还没有匹配过。", when: "申请时间", region: "地区", by: "申请人",
  status: "状态", seekers: "求职者", posts: "岗位", openings: "名额", pairs: "可行组合", proposals: "推荐", seconds: "用时", secondsValue: "{{n}} 秒", asOf: "数据截至", system: "系统",
  page: {
    title: "匹配批次", heading: "{{region}}，{{day}}的匹配", progress: "进度", failed: "这次没有完成：{{error}}", stages: "按帮扶次序分步", stageSays: "先市场，再车间和以工代赈，公益性岗位兜底", stage: "步骤", streams: "岗位类别", considered: "考虑的人", assigned: "推荐的人",
    decisions: "答复", matches: "人数", byStream: "各类推荐", meanScore: "平均匹配度", scores: "匹配度分布", band: "匹配度", skipped: "匹配期间本人已另有决定，没有推荐", refreshing: "页面每 3 秒更新一次", refresh: "刷新看最新进度",
    matched: "找到岗位的人", value: "总分", bound: "上限", gap: "最多还能高", kept: "原样保留的推荐和已接受的岗位", memory: "内存最多 {{mb}} MB",
    proof: "好到什么程度", proofGap: "已证明：按帮扶次序，换任何一种分法，总分最多再高 {{gap}}。", proofBest: "已证明：按帮扶次序，没有哪种分法总分更高。", proofNone: "这次没有留下上限，只知道推荐了多少人。",
    proofSays: "总分是每份推荐的匹配度之和（每份最高 1000）。上限是算出来的：规则和帮扶次序允许的所有分法，总分都不会超过它。",
    historyTitle: "总分和上限怎样靠拢", historySays: "横轴是秒，上方数字是步骤。两条线越近，证明越紧。纵轴不从零开始。", phase: "步骤", phases: "时间用在哪里", phaseShare: "占用时",
    previous: "上一次（{{at}}）推荐 {{before}} 人，这次{{change}}。", previousMore: "多 {{n}} 人", previousFewer: "少 {{n}} 人", previousSame: "一样多", previousGap: "当时最多还能高 {{gap}}。", previousLink: "看上一次",
    fairness: "各类人的情况", fairnessSays: "每组多少人在找工作、多少人得到推荐、平均匹配度多少。一人可属几类。", fairnessMay: "可以看出：这次哪些人得到推荐的少。这值得去问原因，比如意向太窄、本县岗位少、证书过期。",
    fairnessMayNot: "不能看出：谁被偏待。各组的意向、住处、证书不同，公益性岗位又有法定的年龄和对象，比例自然不同。打分不看性别、年龄和类别；同分时监测户在前。人数少的组，差一两个人比例就差很多。",
    byCategory: "按帮扶类别", byCountyClass: "按家乡县的类别", bySex: "按性别", byAgeBand: "按年龄段", group: "组", people: "在找的人", placed: "得到推荐", rate: "得到推荐的比例", ageBand: "{{band}} 岁",
    offered: "推荐给了谁", offeredSays: "只列本辖区的前 {{n}} 人，姓名已遮挡，每次查看都有记录。", person: "姓名", home: "家在", post: "岗位", why: "理由",
    stop: "停止这次匹配", stopSays: "停止以后，这次不会推荐任何人，已有的推荐不变。之后可以重新开始一次。", stopButton: "确认停止", stopping: "已要求停止。做完手上这一步就停，不会推荐任何人。", cancelled: "这次匹配已被停止，没有推荐任何人。",
  },
};
