export const runs = {
  title: "匹配批次", heading: "匹配批次", says: "每次匹配都有记录：用了哪天的数据、推荐了多少人、他们怎么答复。匹配只推荐，去不去由人决定。", start: "开始一次匹配", startRegion: "地区", startButton: "开始匹配", none: "还没有匹配过。", when: "申请时间", region: "地区", by: "申请人",
  status: "状态", seekers: "求职者", posts: "岗位", openings: "名额", pairs: "可行组合", proposals: "推荐", seconds: "用时", secondsValue: "{{n}} 秒", asOf: "数据截至", system: "系统",
  page: {
    title: "匹配批次", heading: "{{region}}，{{day}}的匹配", progress: "进度", failed: "这次没有完成：{{error}}", stages: "按帮扶次序分步", stageSays: "先市场，再车间和以工代赈，公益性岗位兜底", stage: "步骤", streams: "岗位类别", considered: "考虑的人", assigned: "推荐的人",
    decisions: "答复", matches: "人数", byStream: "各类推荐", meanScore: "平均匹配度", scores: "匹配度分布", band: "匹配度", skipped: "已有推荐、不再打扰的人", refreshing: "页面每 3 秒更新一次", refresh: "刷新看最新进度",
  },
};
