export const common = {
  name: "晋岗通",
  tagline: "山西省就业与技能匹配",
  title: "{{page}} · 晋岗通",
  skip: "跳到正文",
  demo: "演示系统：人员、单位和台账均为系统生成的演示数据，姓名和证件号不是真人的。",
  nav: {
    label: "主导航", jobs: "找工作", board: "就业进度", runs: "匹配", login: "登录", logout: "退出", matches: "我的机会", wish: "我的意向", me: "我的",
    posts: "我的岗位", arrivals: "到岗确认", newPost: "发布岗位", employers: "用人单位", policy: "政策参数", home: "首页",
  },
  signedInAs: "当前身份：{{role}}",
  prefs: {
    label: "显示设置", large: "关怀模式（大字）", largeShort: "大字版", normal: "普通字号", dark: "深色", light: "浅色", auto: "跟随系统", other: "English",
  },
  footer: {
    about: "晋岗通为求职者免费服务，不收取任何费用。凡以招聘名义收押金、服装费、培训费的，请向当地人社部门举报，电话 12333。",
    privacy: "身份证号、手机号和银行卡号加密保存、遮挡显示；谁在什么时候看过，都有记录。",
    policy: "政策参数与依据", board: "就业进度", style: "设计规范",
  },
  breadcrumb: "所在位置",
  back: "返回", save: "保存", cancel: "取消", confirm: "确认", change: "修改", all: "全部", none: "无", unknown: "不详", yes: "是", no: "否", optional: "选填",
  clear: "清除", more: "查看更多", refresh: "刷新", open: "打开", close: "关闭", apply: "应用", choose: "请选择", total: "合计", share: "占比", print: "打印本页",
  count: { people_one: "{{n}} 人", people_other: "{{n}} 人", posts_one: "{{n}} 个岗位", posts_other: "{{n}} 个岗位", openings_one: "招 {{n}} 人", openings_other: "招 {{n}} 人" },
  page: { label: "翻页", previous: "上一页", next: "下一页", at: "第 {{page}} 页，共 {{pages}} 页" },
  table: { sortBy: "按{{column}}排序", ascending: "升序", descending: "降序", chart: "数据表" },
  form: { problems_one: "有 {{n}} 处需要改一下", problems_other: "有 {{n}} 处需要改一下", error: "请改：" },
  wage: {
    range: "{{min}}–{{max}} 元/月", one: "{{min}} 元/月", from: "{{min}} 元/月起", upTo: "最高 {{max}} 元/月", negotiable: "工资面议", piece: "计件工资",
    asPaid: "按{{period}}计：{{min}}–{{max}} 元/{{period}}", asPaidOne: "按{{period}}计：{{min}} 元/{{period}}", months: "一年发 {{n}} 个月",
  },
  seeing: {
    head: "姓名和电话", says: "平时只显示一部分。打开前请说明用途，用途和您的账号会记入审计。", name: "姓名", phone: "电话", none: "没有登记电话", employer: "单位电话",
    why: "用来做什么", note: "说明", noteHint: "选“其他”时必填", open: "打开", purpose: { CALL: "打电话联系本人", VISIT: "上门走访", CHECK: "核实情况", COMPLAINT: "处理投诉、欠薪", OTHER: "其他" },
  },
  read: { aloud: "朗读本页", stop: "停止朗读" },
};
