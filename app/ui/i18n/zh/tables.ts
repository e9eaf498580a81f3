export const tables = {
  link: "导出 XLSX", linkOf: "导出 XLSX：{{table}}", about: "说明", title: "标题", region: "您的辖区", asOf: "截至", rows: "行数", cut: "注意", cutSays: "只有前 {{shown}} 行，共 {{total}} 行。请缩小范围再导出。",
  source: "来源", sourceSays: "晋岗通，与页面同一时刻、同一筛选", masked: "遮挡", maskedSays: "姓名、证件号、电话与页面一样遮挡。请勿外传。", total: "合计：{{what}}", side: "哪一边", kind: "分组", seq: "序号",
  sites: "集中安置点", sitesSays: "辖区内的易地搬迁集中安置点，以及名单上住在那里的人。", site: "安置点", county: "县", households: "户", people: "人", wageMin: "月薪从（元）", wageMax: "月薪到（元）", period: "计薪", openings: "还招几人",
  jobs: "岗位", verified: "已核验", placementLedger: "台账", event: "事件", happened: "发生日期", recorded: "记录时间", by: "谁说的", evidence: "凭据", reason: "理由", takenBack: "已撤回", seal: "封印",
};
