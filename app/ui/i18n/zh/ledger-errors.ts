export const ledgerErrors = {
  "caliber-unknown": "没有这个统计口径，请从列表里选",
  "caliber-same": "这已经是正式口径，请另选一个",
  "reason-needed": "请写一句理由",
  "month-not-over": "这个月还没过完，月底以后再定账",
  "month-frozen": "这个月已经定账，不能再定一次；以后的变动看更正",
  "nobody-counted": "这一年还没有计入的人，没有可抽的",
  "person-no-phone": "这个人没有留电话，请上门或找村里协管员",
};
