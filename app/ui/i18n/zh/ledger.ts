export const ledger = {
  links: { label: "关于这个数字", calibers: "统计口径", difference: "两个数为什么不同", months: "每月定账与更正", samples: "随机抽查", wall: "大屏" },
  forecast: { label: "年底预计", note: "照前 {{years}} 年的快慢，在 {{low}}–{{high}} 人之间", legend: "年底预计范围" },
  caliber: {
    title: "统计口径", says: "同一本台账，按不同规则数，得出不同的数。哪个算正式，由省里按年选定，选过的都留痕。", rule: "怎么数", counted: "{{year}} 年计入", official: "正式", inForce: "施行", document: "文件", none: "未见统一文件", choose: "选定正式口径", chooseSays: "已定账的月份不变；没定账的月份从此按新口径。", to: "改为", reason: "理由（写明文件或会议）", submit: "选定", history: "选定记录", historyNone: "没有改过。", saved: "正式口径已改。", from: "从 {{day}} 起", until: "{{from}} 至 {{to}}",
    rung: "凭据至少到：{{rung}}", days: "在岗满 {{days}} 天", arrival: "到岗就算", lifted: "只算 58 个脱贫县的人", all: "全省的人都算", streams: "岗位：{{list}}", places: "去向：{{list}}", anyPlace: "县内、省内、省外、境外都算", once: "一人一年只计一次",
  },
  difference: {
    title: "两个数为什么不同", says: "选两个口径，逐个人按两套规则读一遍台账，说清差在哪里。", a: "这个口径", b: "和这个口径", ask: "比较", both: "两边都计入", onlyA: "只在“{{name}}”里", onlyB: "只在“{{name}}”里", why: "为什么另一边不计", sample: "差的人太多，随机读了 {{read}} 人，按比例看。", same: "同一批人，没有差别。", sum: "{{a}} − {{b}} = {{difference}}", none: "没有",
    reason: { NO_ARRIVAL: "没有到岗记录", OTHER_YEAR: "计到了另一年", HOME: "家不在脱贫县", STREAM: "岗位类别不算", PLACE: "去向不算", RUNG: "凭据不够", DAYS: "在岗天数还没有满，或还没有人证实", NOT_IN_FORCE: "口径那时还没施行或已停用" },
  },
  months: {
    title: "每月定账与更正", heading: "{{year}} 年每月定账", says: "定账把当月上报的名单固定下来。之后补报的、撤回的，作为更正列在旁边，写明理由，定账数不改。", month: "月份", frozen: "定账", now: "现在台账", change: "更正", at: "定账时间", freeze: "定账", ask: "给 {{year}} 年 {{month}} 定账？", askSays: "现在的名单有 {{persons}} 人。定了就不能再改，也不能撤销；以后的补报和撤回只作为更正列在旁边。", confirm: "确认定账", leave: "先不定", notOver: "未到月底", notYet: "待定账", open: "看更正", saved: "{{month}} 已定账：{{persons}} 人。", chart: "每月定账数与现在台账",
    restatement: "{{year}} 年 {{month}} 更正", whole: "名单完整，与定账时一致（指纹 {{seal}}）", broken: "名单与定账时的指纹不一致，请立即报告系统管理员", byReason: "更正的理由", byCounty: "更正在哪些县", come: "增加", gone: "减少", people: "更正的人", guarded: "名单只对本辖区的人社部门开放。", none: "定账以后没有变动。", person: "姓名", county: "县", why: "理由", mostShown: "最多列 200 人。", direction: "增减", plus: "增", minus: "减",
    reason: { LATE_REPORT: "补报", TAKEN_BACK: "撤回", OTHER_MONTH: "改计到另一个月", OTHER: "其他" }, reasonMonth: "改计到 {{month}}", rule: "口径",
  },
  samples: {
    title: "随机抽查", says: "从计入的人里按凭据等级随机抽，打电话或上门核实。查出的差错率带上下限公布。", draw: "抽一批", year: "年份", region: "地区", perRung: "每个凭据等级抽几人", perRungSays: "抽得越多，差错率的上下限越窄。每级 30 人起较好。", submit: "随机抽取", list: "抽过的", none: "还没有抽过。", drawnAt: "抽取时间", drawn: "抽取", checked: "已查", wrong: "查出不实", open: "打开",
    heading: "{{region}} {{year}} 年随机抽查", error: "差错率", errorNote: "95% 的把握在 {{low}} 到 {{high}} 之间", errorWait: "每个凭据等级至少查一人后给出", worst: "联系不上的都当不实", worstNote: "在 {{low}} 到 {{high}} 之间", left: "待查", rung: "凭据", population: "计入", unreached: "联系不上", share: "不实的比例", interval: "上下限", people: "逐人核实", finding: "核实结果", note: "说明", save: "保存", saved: "第 {{nr}} 号已保存。", phone: "看电话", phoneSays: "查看会留痕", call: "打 {{phone}}", seed: "抽签种子 {{seed}}：用同一个种子，任何人都能抽出同一批人。", chart: "各凭据等级的不实比例",
    findings: { OPEN: "待查", TRUE: "属实", FALSE: "不实", UNREACHED: "联系不上" }, correct: "查出不实的，打开台账撤回那一条，计数会自己改。",
  },
  wall: { title: "大屏", heading: "{{year}} 年转移就业", refreshed: "{{time}} 更新，每分钟自动更新", back: "退出大屏" },
  report: { title: "{{region}}{{year}} 年 {{month}}转移就业月报", xlsx: "月报（Excel）", pdf: "月报（PDF）", label: "月报", made: "{{time}} 由晋岗通生成", summary: "摘要", item: "项目", value: "数值", counties: "各县", months: "各月", monthCounted: "本月计入", yearCounted: "本年累计", goal: "目标", share: "完成", sameDay: "上年同期", forecast: "年底预计", caliber: "口径", frozen: "本月定账", frozenNot: "本月未定账", page: "第 {{page}} 页", signature: "填表人：　　　　　审核人：　　　　　单位（盖章）：" },
};
