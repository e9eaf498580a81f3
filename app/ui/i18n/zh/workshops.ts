export const workshops = {
  title: "帮扶车间", heading: "帮扶车间", says: "登记、认定、用工和一次性吸纳就业补助。用工人数以台账为准。", none: "还没有登记车间。", total: "{{n}} 家", new: "登记一家车间", name: "车间名称", nameHint: "写全称，如“临泉镇服装帮扶车间”", product: "做什么", address: "地址", town: "在哪个乡镇", county: "先选县", chooseCounty: "选这个县", save: "保存", saved: "已保存。", edit: "修改登记",
  place: "地点", recognised: "认定", recognisedYes: "已认定，到 {{day}}", recognisedNo: "未认定", expired: "已过期（{{day}}）", revoked: "已撤销（{{day}}）", openPosts: "在招岗位", workers: "在岗人数", claimed: "补助笔数", closed: "已停办", startups: "返乡创业",
  closedOn: "停办日期（还在办就不填）", isClosed: "这家车间 {{day}} 停办；以前的认定和补助仍可查。",
  changed: { says: "刚才有人改过。再按一次“保存”，就按您填的存：", same: "刚才有人改过，现在登记的和您填的一样。", field: "{{field}}：现在登记的是“{{now}}”，您填的是“{{typed}}”" },
  page: {
    staff: "现在在岗", lifted: "其中脱贫劳动力", share: "脱贫占比", person: "人", recognitions: "认定记录", recognitionsNone: "还没有认定过。", recognise: "认定", recogniseSays: "在岗满 {{need}} 人，或脱贫占比满 {{share}}%，满足一项即可（{{years}} 年有效，以文件为准）。", may: "现在够条件", mayNot: "现在不够条件", day: "认定日期", document: "认定文号", from: "从", to: "到", workersThen: "当时在岗", liftedThen: "其中脱贫", submit: "认定", state: "状态", holds: "有效", ranOut: "已到期", revokedOn: "{{day}} 起撤销", revoke: "撤销认定", revokeSays: "从这一天起不再有效：这天以前干满的人仍可申请补助，以后的不行。原来的认定记录不删。", revokeDay: "从哪一天起", revokeReason: "为什么撤销",
    hires: "用工与补助", hiresNone: "台账里还没有人在这里到岗。", hire: "姓名", arrived: "到岗", ended: "结束", now: "在岗", months: "干了几个月", subsidy: "补助", claim: "申请补助", claimFor: "为{{name}}申请补助", yes: "脱贫", posts: "在招岗位", postsNone: "没有在招的岗位。", openings: "招 {{n}} 人，已到 {{filled}} 人", lack: { category: "不在补助的人员类别里", months: "干了 {{have}} 个月，要 {{need}} 个月", proof: "到岗没有人确认", "not-recognised": "干满时车间没有认定" }, claimSaved: "已为车间申请，见“补贴申请”。",
  },
  startup: {
    title: "返乡创业", heading: "返乡创业", says: "返乡的人在家乡开的店、办的厂，带动了多少人就业。", none: "还没有登记。", open: "在营业", jobs: "带动就业", unit: "家", person: "人", owner: "姓名", name: "店名或厂名", business: "做什么", place: "地点", since: "开业", until: "停业", licence: "营业执照号", jobsCount: "带动多少人就业（含本人）", returned: "曾外出务工，返乡开的", aid: "创业补助", form: "登记创业", formFor: "{{name}}的创业登记", closedOn: "停业日期（还在营业就不填）", save: "保存", saved: "已保存。", add: "登记一家", edit: "修改：{{name}}", link: "创业登记", claims: "看补贴", isReturned: "返乡",
  },
};
