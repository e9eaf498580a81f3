export const policy = {
  title: "政策参数", heading: "政策参数与依据", says: "系统里用到的每个数字，都写明出自哪条哪款、哪天起哪天止。规定变了就加一行，不改旧的；按旧规定算过的，仍按旧规定。", key: "参数", value: "数值", area: "地区", source: "依据", from: "起", to: "止", open: "至今", certainty: "可靠程度",
  inForce: "现行", past: "已停用", future: "未生效", article: "第（{{n}}）条", wholeProvince: "全省", note: "说明", none: "没有政策参数。",
  certain: { PLAN: "实施方案", FOUND: "查到文件", CHECKED: "已核对原文", MEMORY: "待核对" },
};
