export const watch = {
  title: "帮扶监测", nav: "帮扶监测", heading: "监测户就业预警", says: "监测户里有人失业、停薪、长时间没有工作或岗位快到期，系统自动立案，到期前要有结果。", none: "没有这样的案件。",
  view: { open: "未办结", overdue: "已超期", mine: "我负责的", raised: "已上报", closed: "已办结" }, kinds: "预警", allKinds: "全部预警",
  kind: { JOB_LOST: "失业", PAY_STOPPED: "停薪", UNPLACED: "长时间未就业", POST_ENDING: "岗位快到期" },
  kindSays: { JOB_LOST: "{{day}} 结束了工作，没有找到新的。", PAY_STOPPED: "{{day}} 起工资没有发，或没有回音。", UNPLACED: "从 {{day}} 起没有工作。", POST_ENDING: "岗位到 {{day}} 为止。" },
  person: "姓名", place: "家在", since: "预警日", due: "期限", owner: "负责人", ownerNone: "还没有人接", late: "超期", raised: { l1: "已报市", l2: "已报省" }, result: "结果", closedAt: "办结", opened: "立案",
  results: { PLACED: "已就业", TRAINED: "已参加培训", WELFARE_POST: "公益性岗位安置", OTHER_HELP: "其他帮扶", MOVED_AWAY: "已迁走", NOT_NEEDED: "不需要帮扶" },
  resultHint: { PLACED: "台账里要有正在进行的就业", WELFARE_POST: "台账里要有公益性岗位" },
  step: { OPENED: "系统立案", TAKEN: "接手", HANDED_ON: "转给 {{to}}", NOTE: "记录", REPORTED_UP: "超期上报", CLOSED: "办结" }, openedFor: "系统立案，由{{to}}负责", level: { CITY: "报市", PROVINCE: "报省" },
  page: { phone: "电话", noPhone: "没有电话，请上门", categories: "人员类别", household: "看这一户", work: "看务工台账", why: "找岗位", claims: "能领的补贴", steps: "经过", take: "我来负责", handOn: "转给别人", to: "转给谁", note: "做了什么", noteHint: "如：5 月 3 日上门，本人愿意去车间", addNote: "记一笔", close: "办结", closeSays: "办结要有结果。“已就业”“公益性岗位安置”以台账为准。", closeNote: "结果说明", saved: "已保存。", system: "系统", closed: "已办结，不能再改。" },
  household: { title: "监测户", heading: "这一户", says: "姓名已遮盖；每次查看都有记录。", members: "家庭成员", timeline: "这几年的经过", timelineSays: "横条是在岗的时间，菱形是预警（空心的已办结）。", now: "在岗", rest: "没有工作", from: "到岗", to: "结束", cases: "预警", caseNone: "没有预警。", chart: "{{name}} 的就业和预警", today: "今天", work: "就业", none: "没有就业记录。", kindHead: "类别" },
};
