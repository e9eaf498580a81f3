export const board = {
  title: "就业进度", heading: "{{year}} 年转移就业进度", headingRegion: "{{region}} {{year}} 年转移就业进度", counted: "已计入", goal: "目标", goalValue: "{{goal}} 人", asOf: "截至 {{day}}", caliber: "统计口径：{{name}}", official: "正式口径", otherCaliber: "对照口径",
  rounded: "各县任务按同一比例折算、分别取整，加起来是 {{sum}} 人；全省一次折算是 {{shown}} 人。",
  openPeople: "看计入的人和凭据",
  person: "人", ofGoal: "完成目标的 {{share}}", yearGone: "全年时间已过 {{share}}", seasonGone: "往年此时已完成全年的 {{share}}", ahead: "快于往年同期 {{points}} 个百分点", behind: "慢于往年同期 {{points}} 个百分点", level: "与往年同期持平",
  carriedOn: "全省目标由 2021–2025 年方案（{{article}}）沿用。", sample: "演示样本约 1/{{ratio}}，目标 {{goal}} 人按同一比例折算为 {{shown}} 人，进度条按折算后的数量。", sampleGoal: "演示样本约 1/{{ratio}}，按同一比例折算为 {{shown}} 人", choose: "换一个看法", year: "年份", region: "地区", wholeProvince: "全省", show: "查看",
  pace: "快慢", paceSays: "本年逐月累计，与前三年和均匀进度相比", month: "月份", needed: "均匀进度", cumulative: "逐月累计人数", byPlace: "去了哪里", byStream: "干什么类岗位", persons: "人数", map: "各县进度", mapSays: "一格一县，按地理位置排列，颜色和花纹越深，完成越多。点开看这个县。",
  mapNoDuty: "无任务", bandTo: "{{from}}–{{to}}%", bandOver: "{{from}}% 以上", counties: "各县明细", byCity: "各市合计", county: "县", city: "市", class: "类别", countyGoal: "任务", countyCounted: "已计入", countyShare: "完成", lastYear: "上年同期", change: "增减", lifted: "脱贫县",
  classUnset: "未确定", dutyOnly: "有任务的县", noHistory: "上年没有记录", noGoal: "没有分到任务。", sortSays: "点表头排序", download: "下载表格（CSV）",
  countyPage: {
    people: "计入的人", peopleSays: "每个数字都能点到人。姓名已遮挡。", name: "姓名", home: "家在", countedOn: "计入日期", place: "去向", stream: "岗位类别", employer: "用人单位", rung: "凭据", ledger: "台账", byRung: "凭据分布", none: "这一年还没有计入的人。",
    guarded: "名单只对本辖区的人社部门开放。", classTitle: "县的类别", classSays: "先行示范、整体推进、重点帮扶三类没有公开名单，由上级人社或乡村振兴部门填写。", classUnset: "未确定", classSave: "保存类别", classSaved: "类别已保存。", facts: "县情", lifted: "脱贫", deep: "深度贫困县", notLifted: "非脱贫县",
  },
};
